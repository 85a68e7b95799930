import type { Member } from '../../../domain/access/roles';
import { dayOf, laterOf } from '../../../domain/calendar/day';
import { CALENDAR_PRESET } from '../../../domain/calendar/school-calendar';
import { AppError } from '../../../domain/errors';
import { planClasses, termOf } from '../../../domain/first-run/first-run.rules';
import type { SetUp, SetUpSchool } from '../../../domain/first-run/first-run.schema';
import { PRESETS, startFrom } from '../../../domain/regulation/presets/presets';
import type { z } from '../../../domain/schema';
import { LEDGER_CATEGORY_PRESET } from '../../../domain/school/ledger-category.schema';
import { MENTORING_PRESET } from '../../../domain/school/mentoring-settings.schema';
import type { SchoolClass } from '../../../domain/school/roster.schema';
import type { School } from '../../../domain/school/school.schema';
import { auditOf } from '../../kernel/audit';
import { newStamps, SCHEMA_VERSION, type Writer } from '../../kernel/database';
import { shortCode } from '../../kernel/short-code';
import { inTransaction } from '../../kernel/transaction';
import { newClass } from '../new-class';
import type { Passer } from '../procedure';
import { admitByCode, setUpIdOf } from './set-up-code';

type Input = z.infer<typeof SetUpSchool>;

/** So many documents a transaction stores well within its time. */
const CHUNK = 25;

function newSchool(ctx: Passer, writer: Writer, input: Input): School {
  const { name, stages, stageSystem, schoolYear, officeNames, writeId } = input;
  const terms = input.terms.map((days) => termOf(schoolYear, days));
  const chosen = PRESETS.filter(({ id }) => input.presetIds.includes(id));
  if (!chosen.some(({ part }) => part === 'whole')) {
    throw new AppError('badInput', { sentence: '请选一套主要的会商制度。' });
  }
  const today = dayOf(ctx.now);
  const firstDay = terms.map(({ startsOn }) => startsOn).sort()[0] ?? today;
  const { structure } = planClasses(writer.school._id, schoolYear, input);
  return {
    _id: writer.school._id,
    ...newStamps(writer),
    name,
    stageSystem,
    structure: { ...structure, stages, officeNames },
    terms,
    calendar: CALENDAR_PRESET,
    // A school that begins in mid-term owes nothing for the weeks before it came.
    regulationHistory: [startFrom(chosen, { version: 1, effectiveOn: laterOf(firstDay, today) })],
    ledgerCategories: LEDGER_CATEGORY_PRESET.map((category) => ({ ...category })),
    mentoring: MENTORING_PRESET,
    lastWriteId: writeId,
  };
}

/**
 * Make a school and its classes, and whoever brought the code its first member. The classes come
 * first, in transactions of a few; the school and the spent code come last and together, so that
 * what was cut off half way is finished by sending the same write again.
 */
export async function recordSchool(ctx: Passer, input: Input) {
  await admitByCode(ctx, input);
  const schoolId = shortCode(`school ${ctx.openid} ${input.writeId}`, 12);
  const writer: Writer = {
    now: ctx.now,
    member: { _id: ctx.openid, name: input.myName },
    school: { _id: schoolId },
  };
  const school = newSchool(ctx, writer, input);
  const { classes } = planClasses(schoolId, input.schoolYear, input);
  await storeClasses(classes.map((planned) => newClass(writer, planned)));
  await inTransaction(async (tx) => {
    const spent = await tx.get<SetUp>('setUps', setUpIdOf(input.code));
    if (spent?.writeId === input.writeId && spent.usedBy === ctx.openid) return;
    if (spent) throw new AppError('setUpRefused');
    const before = await tx.get<Member>('members', ctx.openid);
    await tx.put<SetUp>('setUps', {
      _id: setUpIdOf(input.code),
      schoolId,
      schemaVersion: SCHEMA_VERSION,
      usedBy: ctx.openid,
      usedAt: ctx.now,
      writeId: input.writeId,
    });
    await tx.put('schools', school);
    await tx.put<Member>('members', {
      _id: ctx.openid,
      name: input.myName,
      // First in the list: the next call acts in this school.
      postings: [{ schoolId, role: input.myRole }, ...(before?.postings ?? [])],
      rev: (before?.rev ?? 0) + 1,
      lastWriteId: input.writeId,
    });
    await tx.put(
      'audits',
      auditOf(writer, {
        id: input.writeId,
        action: 'school.record',
        collection: 'schools',
        documentId: schoolId,
        why: null,
      }),
    );
  });
  return { school: { id: schoolId, name: school.name }, classes: classes.length };
}

/** Nobody reads a class before its school is there, so its parts need not come together. */
async function storeClasses(classes: readonly SchoolClass[]): Promise<void> {
  const chunks = Array.from({ length: Math.ceil(classes.length / CHUNK) }, (_, index) =>
    classes.slice(index * CHUNK, (index + 1) * CHUNK),
  );
  await Promise.all(
    chunks.map((chunk) =>
      inTransaction(async (tx) => {
        for (const one of chunk) {
          // A class that is there came with this very write, and may have been changed since.
          if (!(await tx.get('classes', one._id))) await tx.put('classes', one);
        }
      }),
    ),
  );
}
