import { randomUUID } from 'node:crypto';
import { PERMISSIONS } from '../../../domain/access/permissions';
import { ROLES } from '../../../domain/access/roles';
import { SCOPES } from '../../../domain/access/scopes';
import { AUDIT_PAGE, type ListAudits, sayFilter } from '../../../domain/audit/audit.schema';
import type { z } from '../../../domain/schema';
import { SEALED_KINDS, type SealedKind } from '../../../domain/sealed-note/sealed-note.schema';
import { auditOf } from '../../kernel/audit';
import { writeOne } from '../../kernel/database';
import type { Caller } from '../procedure';
import { readAudits, type TracedAudit } from './audit.store';

/** Which part of a record a sealed note keeps: the last part of its id. */
function sealedKindOf({ collection, documentId }: TracedAudit): string | null {
  if (collection !== 'sealedNotes') return null;
  const kind = documentId.slice(documentId.lastIndexOf('~') + 1);
  return Object.hasOwn(SEALED_KINDS, kind) ? SEALED_KINDS[kind as SealedKind] : null;
}

const presentAudit = (audit: TracedAudit) => ({
  id: audit._id,
  at: audit.at,
  by: audit.by,
  byName: audit.byName,
  deed: PERMISSIONS[audit.action].label,
  what: sealedKindOf(audit),
  studentId: audit.studentId,
  studentName: audit.students[0]?.name ?? null,
  reason: audit.reason,
  why: audit.why && `${ROLES[audit.why.role]} · ${SCOPES[audit.why.scope]}`,
});

/**
 * Who opened, exported and changed what, and why they could. Looking is a trace like any other: it
 * is stored with the page, and without it there is no answer.
 */
export async function listAudits(ctx: Caller, input: z.infer<typeof ListAudits>) {
  const { school, access } = ctx;
  const why = access.authorize({ schoolId: school._id });
  const look = auditOf(ctx, {
    id: randomUUID(),
    action: 'audit.read',
    collection: 'audits',
    documentId: school._id,
    studentId: input.studentId ?? null,
    why,
    reason: sayFilter(input),
  });
  const [found] = await Promise.all([readAudits(school._id, input), writeOne('audits', look)]);
  const shown = found.slice(0, AUDIT_PAGE);
  const last = shown.at(-1);
  const next =
    found.length > AUDIT_PAGE && last
      ? { at: new Date(last.at).toISOString(), id: last._id }
      : null;
  return { items: shown.map(presentAudit), next };
}
