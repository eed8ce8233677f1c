package qiji.organization.absence;

import java.time.LocalDate;

/** Someone is away from the first day through the last; {@code delegate} decides in their place. Ids are of users. */
public record Absence(String id, LocalDate from, LocalDate to, String delegateId, String delegateName) {}
