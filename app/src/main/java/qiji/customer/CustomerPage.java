package qiji.customer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import qiji.records.RecordPage;

/** A customer with what its page tells beside its fields: how many living contacts and subsidiaries it has. [B3] */
record CustomerPage(@JsonUnwrapped RecordPage record, int contacts, int subsidiaries) {}
