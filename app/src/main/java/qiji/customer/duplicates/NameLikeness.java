package qiji.customer.duplicates;

import static qiji.customer.duplicates.Likeness.Reason.ONE_CHARACTER;
import static qiji.customer.duplicates.Likeness.Reason.OTHER_REGION;
import static qiji.customer.duplicates.Likeness.Reason.PART_OF_NAME;
import static qiji.customer.duplicates.Likeness.Reason.SAME_NAME;
import static qiji.customer.duplicates.Likeness.Reason.SOUNDS_ALIKE;
import static qiji.customer.duplicates.Likeness.Reason.TELLING_WORD;

import qiji.records.search.Spelling;

/**
 * Whether two names are of the same company. It is cautious: a number, a side, a trade, a branch or a region that differs
 * tells two companies apart, and so does a character of a name proper of two. [B1]
 */
final class NameLikeness {
    private static final int SAME = 95;
    private static final int ALIKE = 90;
    private static final int SLIP = 86;
    private static final int WEAK_SLIP = 82;
    private static final int PART = 75;
    private static final int DOUBTFUL = 65;
    private static final int SHORTEST_SLIPPED = 4;
    private static final int SHORTEST_PART = 3;

    private NameLikeness() {}

    static Likeness of(CompanyName one, CompanyName other) {
        boolean near = Regions.agree(one.regions(), other.regions());
        if (one.core().equals(other.core())) {
            return near ? Likeness.of(SAME, SAME_NAME) : Likeness.of(DOUBTFUL, SAME_NAME, OTHER_REGION);
        }
        Slip slip = Slip.between(one.core(), other.core());
        if (slip != null) {
            Likeness ofCores = ofSlip(slip, one, other);
            return near || !ofCores.isDuplicate()
                    ? ofCores
                    : new Likeness(DOUBTFUL, java.util.List.of(ofCores.reasons().getFirst(), OTHER_REGION));
        }
        if (Spelling.read(one.core()).equals(Spelling.read(other.core()))) {
            return near ? Likeness.of(ALIKE, SOUNDS_ALIKE) : Likeness.of(DOUBTFUL, SOUNDS_ALIKE, OTHER_REGION);
        }
        return isSlipInRegion(one, other) ? Likeness.of(SLIP, ONE_CHARACTER) : partOf(one.core(), other.core());
    }

    private static Likeness ofSlip(Slip slip, CompanyName one, CompanyName other) {
        CompanyName longer = one.core().length() >= other.core().length() ? one : other;
        CompanyName shorter = longer == one ? other : one;
        if (TellingWords.differ(slip, longer.core(), shorter.core())) {
            return Likeness.of(DOUBTFUL, ONE_CHARACTER, TELLING_WORD);
        }
        boolean placed = one.regions().isEmpty() == other.regions().isEmpty();
        if (isHeard(slip)) {
            return Likeness.of(placed || longer.core().length() > SHORTEST_SLIPPED ? ALIKE : WEAK_SLIP, SOUNDS_ALIKE);
        }
        return Likeness.of(ofOneCharacter(slip, longer.core(), shorter.core(), placed), ONE_CHARACTER);
    }

    private static boolean isHeard(Slip slip) {
        return slip.kind() == Slip.Kind.WRONG
                && Spelling.soundAlike(slip.one().codePointAt(0), slip.other().codePointAt(0));
    }

    /**
     * A slip in the words of trade leaves the name proper whole. In that, the more of it is left the better; and where only
     * one says its region, it has to be more.
     */
    private static int ofOneCharacter(Slip slip, String longer, String shorter, boolean placed) {
        if (longer.length() < SHORTEST_SLIPPED) {
            return DOUBTFUL;
        }
        NameProper proper = NameProper.at(slip.at(), longer, shorter);
        if (!proper.holds(slip.at())) {
            return SLIP;
        }
        int enough = switch (slip.kind()) {
            case SWAPPED -> proper.isBranch() ? 3 : 2;
            case WRONG -> proper.isBranch() ? 5 : 3;
            case MISSING -> proper.isBranch() ? 5 : 3;
        };
        return proper.length() >= enough + (placed ? 0 : 1) ? WEAK_SLIP : DOUBTFUL;
    }

    /** Where one begins with no region at all: 北亰市宏达. Two regions that differ by a character are two regions. */
    private static boolean isSlipInRegion(CompanyName one, CompanyName other) {
        CompanyName placed = one.prefix() >= other.prefix() ? one : other;
        CompanyName mistyped = placed == one ? other : one;
        Slip slip = placed.prefix() == mistyped.prefix() ? null : Slip.between(one.written(), other.written());
        return slip != null && slip.at() < placed.prefix() && slip.at() >= mistyped.prefix();
    }

    /** By how much of the longer one the shorter one is. */
    private static Likeness partOf(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = longer.equals(one) ? other : one;
        return shorter.length() >= SHORTEST_PART && longer.contains(shorter)
                ? Likeness.of(PART * shorter.length() / longer.length(), PART_OF_NAME)
                : Likeness.NONE;
    }
}
