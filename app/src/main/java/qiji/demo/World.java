package qiji.demo;

import java.util.List;
import java.util.Map;
import qiji.demo.chance.Arrivals;
import qiji.demo.chance.Span;
import qiji.demo.client.Clients;
import qiji.demo.company.Company;

/** What every opportunity of the demonstration is set in. {@code followUpsAStay}: on average, in one stage. */
record World(
        long seed,
        DemoSize size,
        Span span,
        Company company,
        Clients clients,
        List<Offer> offers,
        Funnel funnel,
        Map<String, Long> opponents,
        Arrivals arrivals,
        double followUpsAStay) {}
