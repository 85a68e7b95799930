import type { Member } from '../../../domain/access/roles';
import { staffPostings } from '../../../domain/access/staff';
import { type KnownStaff, planStaff } from '../../../domain/roster/plan-staff';
import type { StagedRow } from '../../../domain/roster/roster-file';
import type { RosterImport } from '../../../domain/roster/roster-import.schema';
import { type StaffRecord, staffIdOfMember } from '../../../domain/roster/staff-import.schema';
import { readStaff } from '../../api/members.store';
import { readStaffRecords } from '../../api/roster/roster.store';
import { readClasses } from '../../api/roster.store';
import type { Maker } from '../document-kind';
import { labelsOf, namesOf } from './class-names';
import type { ImportPlan } from './import-plan';

export function refuseStaffColumns({ mapping }: RosterImport): string | null {
  const isTable =
    mapping.includes('classes') && (mapping.includes('teacher') || mapping.includes('homeroom'));
  if (!mapping.includes('name') && !isTable) {
    return '请指明哪一列是姓名；任课表请指明哪一列是班级，哪些列是各科的老师。';
  }
  const single = ['name', 'phone', 'staffNumber', 'grade', 'classes'] as const;
  const twice = single.find((one) => mapping.filter((field) => field === one).length > 1);
  return twice ? '有两列选了同一个用途，请改成一列。' : null;
}

/** The rows of a list of staff, against the school as it is now. */
export async function planStaffRows(
  ctx: Maker,
  item: RosterImport,
  rows: readonly StagedRow[],
): Promise<ImportPlan> {
  const { school, access } = ctx;
  const [classes, members, records] = await Promise.all([
    readClasses(school._id, 'everything'),
    readStaff(school._id),
    readStaffRecords(school._id),
  ]);
  const { staff, problems, counts } = planStaff(rows, {
    ...{ importId: item._id, sheets: item.sheets, columns: item.columns, mapping: item.mapping },
    names: namesOf(ctx, classes),
    officeNames: school.structure.officeNames,
    known: knownStaff(school._id, members, records),
    labels: labelsOf(ctx, classes),
    homerooms: new Map(
      classes
        .filter(({ homeroomTeacherId }) => homeroomTeacherId !== '')
        .map(({ _id, homeroomTeacherId, homeroomTeacherName }) => [
          _id,
          { memberId: homeroomTeacherId, name: homeroomTeacherName },
        ]),
    ),
    mayAppointPrincipal: access.may('staff.appointPrincipal', { schoolId: school._id }),
  });
  return {
    ...{ problems, counts },
    between: (from, to) => ({
      students: [],
      staff: staff.filter(({ at }) => at >= from && at < to),
    }),
  };
}

/** Members with what is written of them, and whoever is invited and has not come yet. */
function knownStaff(
  schoolId: string,
  members: readonly Member[],
  records: readonly StaffRecord[],
): KnownStaff[] {
  const ofMember = new Map(records.map((record) => [record.memberId, record]));
  const here = members
    .filter((member) => staffPostings(member, schoolId).length > 0)
    .map(({ _id, name }) => {
      const record = ofMember.get(_id);
      return {
        staffId: record?._id ?? staffIdOfMember(schoolId, _id),
        memberId: _id,
        name,
        phone: record?.phone ?? '',
        staffNumber: record?.staffNumber ?? null,
      };
    });
  const waiting = records
    .filter(({ memberId, invitationCode }) => memberId === null && invitationCode !== null)
    .map(({ _id, name, phone, staffNumber }) => ({
      ...{ staffId: _id, memberId: null, name, phone, staffNumber },
    }));
  return [...here, ...waiting];
}
