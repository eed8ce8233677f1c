package qiji.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Everything that the page of an opportunity asks for when it is opened from the list, as a browser asks: what waits for
 * nothing at once, over the few connections that it keeps. A journey compares {@code detail-page.txt} with what a browser asks.
 */
final class DetailPage {
    /** As many as a browser has to one address. */
    private static final int CONNECTIONS = 6;

    private final Visitor visitor;
    private final List<List<String>> steps;
    private final ExecutorService connections = Executors.newFixedThreadPool(
            CONNECTIONS, Thread.ofPlatform().daemon().factory());

    DetailPage(Visitor visitor) throws IOException {
        this.visitor = visitor;
        try (InputStream file = Objects.requireNonNull(DetailPage.class.getResourceAsStream("detail-page.txt"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            this.steps = Arrays.stream(text.split("\n\n"))
                    .map(step ->
                            step.lines().filter(line -> line.startsWith("/")).toList())
                    .filter(step -> !step.isEmpty())
                    .toList();
        }
    }

    int requests() {
        return steps.stream().mapToInt(List::size).sum();
    }

    /** How many bytes came. */
    int open(long id) throws IOException, InterruptedException {
        int size = 0;
        for (List<String> step : steps) {
            List<Future<byte[]>> asked = new ArrayList<>();
            for (String path : step) {
                asked.add(connections.submit(() -> visitor.get(path.replace("{id}", Long.toString(id)))));
            }
            for (Future<byte[]> answer : asked) {
                size += answered(answer).length;
            }
        }
        return size;
    }

    private static byte[] answered(Future<byte[]> answer) throws IOException, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException("A request of the page failed", e.getCause());
        }
    }
}
