package qiji.demo.client;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import qiji.demo.company.Branch;
import qiji.demo.company.Place;
import qiji.demo.company.Staff;

/** A customer of the demonstration: who they are and who of ours serves them since when. */
public record Client(
        int index,
        long id,
        CustomerName name,
        Place place,
        Branch branch,
        Staff owner,
        @Nullable Staff firstOwner,
        Instant createdAt) {

    /** Who served them at that moment: one who has left handed them over then. */
    public Staff ownerAt(Instant moment) {
        Instant handedOver = handedOverAt();
        return firstOwner != null && handedOver != null && moment.isBefore(handedOver) ? firstOwner : owner;
    }

    @Nullable
    Instant handedOverAt() {
        return firstOwner == null ? null : firstOwner.leftAt();
    }
}
