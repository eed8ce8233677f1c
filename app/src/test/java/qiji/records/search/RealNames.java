package qiji.records.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import qiji.testing.RealData;

/** Some names of real companies, Chinese through and through. */
final class RealNames {
    private static final int COUNT = 400;

    private RealNames() {}

    static List<String> of(Random random) throws IOException {
        List<String> names = new ArrayList<>();
        try (InputStream file = Files.newInputStream(RealData.file("chinese/cn_companies_100k.csv.gz"));
                var lines =
                        new BufferedReader(new InputStreamReader(new GZIPInputStream(file), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",")[0])
                    .filter(name -> name.matches("\\p{IsHan}{8,40}"))
                    .filter(name -> name.codePoints()
                            .allMatch(it -> it < 0x10000 && !Readings.of(it).isEmpty()))
                    .limit(20_000)
                    .forEach(names::add);
        }
        Collections.shuffle(names, random);
        return names.subList(0, COUNT);
    }
}
