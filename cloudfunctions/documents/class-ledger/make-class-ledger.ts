import { randomUUID } from 'node:crypto';
import { classLabel } from '../../../domain/calendar/school-class';
import { termLabel } from '../../../domain/calendar/term';
import { ledgerHeader } from '../../../domain/class-ledger/class-ledger.rules';
import { AppError } from '../../../domain/errors';
import { id, z } from '../../../domain/schema';
import { readEntriesOfClass, readLedger } from '../../api/class-ledger/class-ledger.store';
import { readClass, readClassStudents, subjectOfClass } from '../../api/roster.store';
import { auditOf } from '../../kernel/audit';
import { writeOne } from '../../kernel/database';
import type { Maker } from '../document-kind';
import { drawClassLedger } from './draw-class-ledger';

const Input = z.strictObject({ classId: id('班级'), termId: id('学期') });

/**
 * The ledger of a class and term as Excel, in the form of the source (S4-235 … S4-247). Sealed
 * notes are not read at all, so they cannot be in it. The export itself is audited.
 */
export async function makeClassLedger(ctx: Maker, raw: unknown) {
  const { classId, termId } = Input.parse(raw);
  const { school, access } = ctx;
  const term = school.terms.find((candidate) => candidate.id === termId);
  if (!term) throw new AppError('notFound');
  const [schoolClass, ledger, roster, entries] = await Promise.all([
    readClass(classId),
    readLedger(termId, classId),
    readClassStudents(school._id, classId),
    readEntriesOfClass(school._id, classId, [termId]),
  ]);
  const why = access.authorize(subjectOfClass(schoolClass));
  if (!schoolClass) throw new Error('authorized without a class');

  await writeOne(
    'audits',
    auditOf(ctx, {
      id: randomUUID(),
      action: 'classLedger.export',
      collection: 'classLedgers',
      documentId: ledger?._id ?? classId,
      why,
    }),
  );
  const label = classLabel(schoolClass, term.schoolYear, school.stageSystem);
  const content = await drawClassLedger({
    schoolName: school.name,
    classLabel: label,
    termLabel: termLabel(term),
    homeroomTeacher: schoolClass.homeroomTeacherName,
    header: ledgerHeader(roster),
    analysis: ledger?.analysis ?? '',
    goal: ledger?.goal ?? '',
    categories: school.ledgerCategories
      .filter((category) => category.isOn)
      .map(({ key, label: categoryLabel, isSealed }) => ({
        label: categoryLabel,
        names: isSealed ? null : namesOf(ledger?.categories[key] ?? [], roster),
      })),
    lines: entries
      .map((entry) => ({ name: nameOf(entry.studentId, roster), ...entry }))
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN')),
  });
  return { name: `${label}学情台账-${termId}.xlsx`, content };
}

type Named = { _id: string; name: string };

const nameOf = (studentId: string, roster: Named[]): string =>
  roster.find(({ _id }) => _id === studentId)?.name ?? '已转走';

const namesOf = (ids: string[], roster: Named[]): string[] =>
  ids.map((studentId) => nameOf(studentId, roster));
