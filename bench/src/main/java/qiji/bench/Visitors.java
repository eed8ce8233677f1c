package qiji.bench;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import qiji.demo.DemoAccount;

/** One visitor for each role, signed in when first asked for. */
final class Visitors {
    private final URI address;
    private final List<DemoAccount> accounts;
    private final Map<String, Visitor> in = new TreeMap<>();

    Visitors(URI address, List<DemoAccount> accounts) {
        this.address = address;
        this.accounts = accounts;
    }

    Visitor as(String role) throws IOException, InterruptedException {
        Visitor visitor = in.get(role);
        if (visitor == null) {
            visitor = another(role);
            in.put(role, visitor);
        }
        return visitor;
    }

    /** The same person at another desk. */
    Visitor another(String role) throws IOException, InterruptedException {
        DemoAccount account = accounts.stream()
                .filter(it -> it.role().equals(role))
                .findFirst()
                .orElseThrow();
        return Visitor.signIn(address, account);
    }
}
