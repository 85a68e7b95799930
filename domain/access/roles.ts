/** Roles as schools name them. One person holds several, each with its own scope. */
export const ROLES = {
  principal: '校长',
  leader: '校领导',
  studentAffairsOffice: '政教处',
  academicAffairsOffice: '教务处',
  divisionHead: '级部主任',
  homeroomTeacher: '班主任',
  subjectTeacher: '任课教师',
  mentor: '导师',
  counsellor: '心理教师',
  guardian: '家长',
} as const;

export type Role = keyof typeof ROLES;

/**
 * One role of one person in one school, with the ids it reaches. Only the lists that the role's
 * scopes read are filled; they are bounded (a mentor has mentees, not a school).
 */
export interface Posting {
  schoolId: string;
  role: Role;
  classIds?: string[];
  divisionIds?: string[];
  /** Mentees of a mentor, own children of a guardian. */
  studentIds?: string[];
  /** What a leader is sponsor of (包靠, S4-178, S4-196). */
  sponsored?: {
    isWholeSchool?: boolean;
    divisionIds?: string[];
    classIds?: string[];
    studentIds?: string[];
  };
  /** The subject a subject teacher teaches, as the school names it. */
  subject?: string;
}

/** A person, keyed by openid: one read answers who they are and what they reach. */
export interface Member {
  _id: string;
  name: string;
  postings: Posting[];
  /** Counts the changes of the postings; left out, 0. */
  rev?: number;
  /** The last change of the postings that somebody of the office made. */
  lastWriteId?: string;
}
