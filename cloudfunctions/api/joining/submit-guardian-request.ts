import { lettersOf } from '../../../domain/class-code';
import { AppError } from '../../../domain/errors';
import { CONSENT_PARTS, CONSENT_VERSION } from '../../../domain/joining/consent';
import type {
  GuardianRequest,
  SubmitGuardianRequest,
} from '../../../domain/joining/guardian-request.schema';
import type { z } from '../../../domain/schema';
import { auditOf } from '../../kernel/audit';
import { checkContent } from '../../kernel/content-safety';
import { changedStamps, newStamps } from '../../kernel/database';
import { type Allowance, countOne } from '../../kernel/rate-limit';
import { shortCode } from '../../kernel/short-code';
import { inTransaction } from '../../kernel/transaction';
import type { Passer } from '../procedure';
import { openGuardianDoor } from './doors';
import { readOwnRequests } from './joining.store';

const requestsOf = (openid: string): Allowance => ({
  key: `joinRequests~${openid}`,
  max: 20,
  hours: 24,
});
const requestsWith = (code: string): Allowance => ({
  key: `joinWith~${code}`,
  max: 200,
  hours: 24,
});

/** As long as `shortCode` makes them: 31^16, nobody guesses one. */
const REQUEST_LENGTH = 16;

/** One class, one phone, one name: asked twice, it is the same request. */
const requestIdOf = (classId: string, openid: string, childName: string): string =>
  shortCode(`guardian ${classId} ${openid} ${lettersOf(childName)}`, REQUEST_LENGTH);

/** Where a code leads, and what a guardian is asked to agree to before anything is collected. */
export async function readGuardianDoor(ctx: Passer, typed: string) {
  const { schoolName, classLabel } = await openGuardianDoor(ctx, typed);
  return {
    schoolName,
    classLabel,
    consent: {
      version: CONSENT_VERSION,
      parts: CONSENT_PARTS.map(({ title, text }) => ({
        title,
        text: text.replace('{school}', schoolName),
      })),
    },
  };
}

/**
 * Ask to be let in as a guardian. The answer is the same whether or not the class has such a child:
 * who is in the class is none of a stranger's business.
 */
export async function submitGuardianRequest(
  ctx: Passer,
  input: z.infer<typeof SubmitGuardianRequest>,
) {
  const [code, verdict] = await Promise.all([
    openGuardianDoor(ctx, input.code),
    checkContent(ctx.openid, [input.guardianName, input.childName]),
  ]);
  if (verdict === 'risky') throw new AppError('contentRefused');
  const requestId = requestIdOf(code.classId, ctx.openid, input.childName);
  const member = { _id: ctx.openid, name: input.guardianName };
  const writer = { now: ctx.now, member, school: { _id: code.schoolId } };
  await inTransaction(async (tx) => {
    const before = await tx.get<GuardianRequest>('guardianRequests', requestId);
    if (before?.lastWriteId === input.writeId || before?.state === 'approved') return;
    for (const allowance of [requestsOf(ctx.openid), requestsWith(code._id)]) {
      if (!(await countOne(tx, allowance, ctx.now))) throw new AppError('tooManyTries');
    }
    await tx.put<GuardianRequest>('guardianRequests', {
      ...(before ? { ...before, ...changedStamps(before, writer) } : newStamps(writer)),
      _id: requestId,
      classId: code.classId,
      divisionId: code.divisionId,
      memberId: ctx.openid,
      guardianName: input.guardianName,
      relation: input.relation,
      childName: input.childName,
      consentVersion: input.consentVersion,
      agreedAt: ctx.now,
      isUnderFourteen: input.isUnderFourteen,
      ...{ state: 'open', studentId: null, reason: '', closedAt: null, closedByName: '' },
      lastWriteId: input.writeId,
    });
    await tx.put(
      'audits',
      auditOf(writer, {
        id: input.writeId,
        action: 'guardianRequest.submit',
        collection: 'guardianRequests',
        documentId: requestId,
        why: null,
      }),
    );
  });
  return { childName: input.childName, classLabel: code.classLabel };
}

/** What this phone has asked for: its own words, and what became of them. */
export async function listOwnRequests(ctx: Passer) {
  const requests = await readOwnRequests(ctx.openid);
  return {
    items: requests.map(({ _id, childName, state, reason, updatedAt }) => ({
      id: _id,
      ...{ childName, state, reason, updatedAt },
    })),
  };
}
