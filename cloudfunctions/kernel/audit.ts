import type { Grant } from '../../domain/access/can';
import type { Action } from '../../domain/access/permissions';
import { type AuditKind, auditKindOf } from '../../domain/audit/audit.schema';
import type { CollectionName } from './collections';
import type { Writer } from './database';
import { SCHEMA_VERSION } from './database';

/** Who did what to whose record, when, why it was allowed, and the reason they gave. */
export interface Audit {
  _id: string;
  schemaVersion: number;
  schoolId: string;
  at: Date;
  by: string;
  byName: string;
  action: Action;
  /** Follows from the action; stored to be searched by. */
  kind: AuditKind;
  collection: CollectionName;
  documentId: string;
  studentId: string | null;
  /** null for what anybody may do (`anybody` in the permission table). */
  why: Grant | null;
  reason: string | null;
}

export interface AuditedDeed {
  /** The deed's write id: one line a document and write. */
  id: string;
  action: Action;
  collection: CollectionName;
  documentId: string;
  studentId?: string | null;
  why: Grant | null;
  reason?: string;
}

/** The document is part of it: a write id used twice hides no deed. */
export const auditIdOf = (documentId: string, id: string): string => `${documentId}~${id}`;

export function auditOf(writer: Writer, deed: AuditedDeed): Audit {
  return {
    _id: auditIdOf(deed.documentId, deed.id),
    schemaVersion: SCHEMA_VERSION,
    schoolId: writer.school._id,
    at: writer.now,
    by: writer.member._id,
    byName: writer.member.name,
    action: deed.action,
    kind: auditKindOf(deed.action),
    collection: deed.collection,
    documentId: deed.documentId,
    studentId: deed.studentId ?? null,
    why: deed.why,
    reason: deed.reason ?? null,
  };
}
