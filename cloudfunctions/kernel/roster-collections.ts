import { down, type IndexSpec, up } from './index-spec';

/** Those of 花名册 in and out: part of THE table in `collections.ts`. */
export const ROSTER_COLLECTIONS = {
  rosterImports: [{ name: 'byTime', keys: [...up('schoolId'), ...down('createdAt', '_id')] }],
  rosterImportChunks: [{ name: 'byImport', keys: up('schoolId', 'importId', 'chunk') }],
  // By id: a page of problems is one document, a student's record has the student's id.
  rosterProblems: [],
  rosterRecords: [],
  // What the office wrote down of its staff, also of whoever has not joined yet.
  staffRecords: [{ name: 'byMember', keys: up('schoolId', 'memberId') }],
} as const satisfies Record<string, readonly IndexSpec[]>;
