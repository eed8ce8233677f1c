package qiji.demo;

import java.util.List;

/** What every opportunity of the demonstration is set in. {@code followUpsAStay}: on average, in one stage. */
record World(
        long seed,
        DemoSize size,
        Span span,
        Company company,
        Clients clients,
        List<Offer> offers,
        Funnel funnel,
        Arrivals arrivals,
        double followUpsAStay) {}
