import { down, type IndexSpec, up } from './index-spec';

/** Traces, backups and retention: part of the table in `collections.ts`. */
export const KEEPING_COLLECTIONS = {
  audits: [
    { name: 'byTime', keys: [...up('schoolId'), ...down('at')] },
    { name: 'byLatest', keys: [...up('schoolId'), ...down('at', '_id')] },
    { name: 'byKind', keys: [...up('schoolId', 'kind'), ...down('at', '_id')] },
    { name: 'byPerson', keys: [...up('schoolId', 'by'), ...down('at', '_id')] },
    { name: 'byStudent', keys: [...up('schoolId', 'studentId'), ...down('at', '_id')] },
  ],
  backups: [{ name: 'byTime', keys: [...up('schoolId'), ...down('createdAt')] }],
} as const satisfies Record<string, readonly IndexSpec[]>;
