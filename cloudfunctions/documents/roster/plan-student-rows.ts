import { classLabel } from '../../../domain/calendar/school-class';
import { type PlanContext, planStudents } from '../../../domain/roster/plan-students';
import type { StagedRow } from '../../../domain/roster/roster-file';
import type { RosterImport } from '../../../domain/roster/roster-import.schema';
import { readKnownStudents } from '../../api/roster/roster.store';
import { readClasses } from '../../api/roster.store';
import type { Maker } from '../document-kind';
import { namesOf, schoolYearOf } from './class-names';
import type { ImportPlan } from './import-plan';

export function refuseStudentColumns({ mapping, sheets }: RosterImport): string | null {
  if (!mapping.includes('name')) return '请指明哪一列是姓名。';
  if (!mapping.includes('className') && sheets.some(({ classHint }) => classHint === '')) {
    return '请指明哪一列是班级；也可以把每张表的名字改成班级，再导入一次。';
  }
  const single = ['name', 'sex', 'studentNumber', 'grade', 'className'] as const;
  const twice = single.find((one) => mapping.filter((field) => field === one).length > 1);
  return twice ? '有两列选了同一个用途，请改成一列。' : null;
}

/** The rows of a list of students, against the school as it is now. */
export async function planStudentRows(
  ctx: Maker,
  item: RosterImport,
  rows: readonly StagedRow[],
): Promise<ImportPlan> {
  const { students, problems, counts } = planStudents(rows, await contextOf(ctx, item));
  return {
    ...{ problems, counts },
    between: (from, to) => ({ students: students.filter(({ at }) => at >= from && at < to) }),
  };
}

async function contextOf(ctx: Maker, item: RosterImport): Promise<PlanContext> {
  const { school } = ctx;
  const classes = await readClasses(school._id, 'everything');
  const known = await readKnownStudents(
    school._id,
    classes.map(({ _id }) => _id),
  );
  const byId = new Map(classes.map((one) => [one._id, one]));
  return {
    ...{ importId: item._id, known, movesStudents: item.movesStudents },
    ...{ sheets: item.sheets, columns: item.columns, mapping: item.mapping },
    names: namesOf(ctx, classes),
    labelOf: (classId) => {
      const found = byId.get(classId);
      return found ? classLabel(found, schoolYearOf(ctx), school.stageSystem) : '别的班';
    },
  };
}
