package qiji.demo;

import java.math.BigDecimal;
import java.time.Instant;
import qiji.demo.chance.Chance;
import qiji.demo.company.Branch;
import qiji.demo.company.Staff;

/** Who joins an opportunity beside its owner once it is confirmed: obligatory for the large ones. [D8] */
final class Team {
    private Team() {}

    static void gather(Doings doings, Life life, Instant at, Chance chance) {
        Cast cast = doings.cast();
        Branch branch = cast.client().branch();
        BigDecimal amount = doings.basket().amount();
        long by = doings.owner().id();
        if (amount.compareTo(Branch.MAJOR) >= 0) {
            join(life, branch.generalManager(), "LEADER", at, by);
            join(life, branch.solutionManager(), "SOLUTION", at, by);
            if (chance.is(0.5)) {
                join(life, chance.pick(branch.sellers()), chance.is(0.5) ? "SUPPORT" : "DELIVERY", at, by);
            }
        } else if (chance.is(0.15)) {
            join(life, branch.solutionManager(), "SOLUTION", at, by);
        }
        for (long contact : cast.contactIds()) {
            if (life.contacts.stream().noneMatch(it -> it.contactId() == contact)) {
                life.contacts.add(new Life.Involved(contact, chance.is(0.5) ? "EXPERT" : "USER", at, by));
                return;
            }
        }
    }

    private static void join(Life life, Staff who, String role, Instant at, long by) {
        boolean isIn = who.id() == by || life.members.stream().anyMatch(it -> it.userId() == who.id());
        if (!isIn) {
            life.members.add(new Life.Member(who.id(), role, at, by));
        }
    }
}
