import type { InvitedPosting } from '../access/invited-posting';
import type { Posting } from '../access/roles';
import type { Stored } from '../schema';

/** What a file says of one of the staff; empty cells say nothing. */
export interface StaffWords {
  name: string;
  phone: string | null;
  staffNumber: string | null;
  postings: InvitedPosting[];
}

export interface PlannedStaff extends StaffWords {
  /** The row that first names them, from 0: which chunk does the deed. */
  at: number;
  deed: 'create' | 'update';
  /** Their record's id. */
  staffId: string;
  /** null until they have joined. */
  memberId: string | null;
  /** The postings in words, as they were when it was planned. */
  says: string[];
}

/**
 * What the office wrote down of one of the staff, apart from the member: there is a record before
 * anybody has joined, and phones are in it.
 */
export interface StaffRecord extends Stored {
  name: string;
  /** '' if none is known. */
  phone: string;
  staffNumber: string | null;
  /** Who joined as this person. */
  memberId: string | null;
  /** The invitation that waits for them; null for whoever was a member already. */
  invitationCode: string | null;
  /** The import that last changed it: enough to apply it once, and to take it back. */
  imported: StaffStamp | null;
}

/** All that an import may set of one of the staff. */
export interface StaffState {
  phone: string;
  staffNumber: string | null;
  /** Of a member: what the office gave them in this school. */
  postings: Posting[];
  /** Of whoever has not joined yet: what the invitation gives. */
  invited: InvitedPosting[];
}

export interface StaffStamp {
  importId: string;
  /** null for somebody whom the import brought. */
  before: StaffState | null;
  after: StaffState;
  /** Whose classes went to this person as homeroom teacher. */
  tookFrom: { classId: string; memberId: string }[];
}

/** A record of a member whom the office had not written down before. */
export const staffIdOfMember = (schoolId: string, memberId: string): string =>
  `${schoolId}~${memberId}`;

/** What an invitation's code is made of: nobody guesses an import's id, and it makes one code a person. */
export const invitationSeedOf = (schoolId: string, importId: string, staffId: string): string =>
  `staff ${schoolId} ${importId} ${staffId}`;
