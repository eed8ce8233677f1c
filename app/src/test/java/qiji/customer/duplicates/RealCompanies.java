package qiji.customer.duplicates;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import qiji.testing.RealData;

/** The names of 100,000 registered companies, each once, with the city of each; and the divisions of China. */
record RealCompanies(List<Company> companies, Divisions divisions) {
    record Company(String name, String city) {}

    /** The official names of provinces, cities and counties, as names begin with them, with and without their kind. */
    record Divisions(Set<String> names) {
        private static final int LONGEST = 11;

        /** How much of {@code name} is a division, several in a row counted together. */
        int lengthBefore(String name) {
            int at = 0;
            for (int next = first(name); next > at; next = at + first(name.substring(at))) {
                at = next;
            }
            return at;
        }

        private int first(String name) {
            for (int length = Math.min(LONGEST, name.length()); length > 1; length--) {
                if (names.contains(name.substring(0, length))) {
                    return length;
                }
            }
            return 0;
        }
    }

    static RealCompanies read() throws IOException {
        TreeMap<String, Company> companies = new TreeMap<>();
        try (var in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RealData.file("chinese/cn_companies_100k.csv.gz"))), UTF_8))) {
            in.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                String name = cells[0].strip();
                String city = cells.length > 7 ? cells[cells.length - 2] : "";
                if (name.length() > 4
                        && name.codePoints().filter(Character::isIdeographic).count() > 3) {
                    companies.put(name, new Company(name, city.matches("\\p{IsHan}{2,3}市") ? city : "上海市"));
                }
            });
        }
        return new RealCompanies(List.copyOf(companies.values()), readDivisions());
    }

    private static Divisions readDivisions() throws IOException {
        Set<String> names = new HashSet<>();
        for (String level : List.of("provinces", "cities", "areas")) {
            for (String line : Files.readAllLines(RealData.file("chinese/divisions/" + level + ".csv"))) {
                String name = line.split(",", -1)[1].replace("\"", "");
                names.add(name);
                if (!level.equals("areas")) {
                    names.add(name.replaceAll("(?<=..)(?:省|市|(?:壮族|回族|维吾尔)?自治区)$", ""));
                }
            }
        }
        names.removeAll(Set.of("name", "市辖区", "县"));
        return new Divisions(names);
    }

    /** All characters of all names, as often as they stand there. */
    int[] characters() {
        List<Integer> all = new ArrayList<>();
        companies.forEach(
                it -> it.name().codePoints().filter(Character::isIdeographic).forEach(all::add));
        return all.stream().mapToInt(Integer::intValue).toArray();
    }
}
