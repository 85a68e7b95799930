import { type InvitedPosting, sayInvited, widened } from '../access/invited-posting';
import { MAX_STAFF } from '../access/staff';
import { sayWhere } from './plan-students';
import { readStaffRow, type StaffContext, type StaffMention } from './read-staff-row';
import type { RosterProblem, StagedRow, StagedSheet } from './roster-file';
import type { RosterCounts } from './roster-import.schema';
import type { PlannedStaff } from './staff-import.schema';

/** One of the staff whom the school knows: a member, or somebody invited who has not come yet. */
export interface KnownStaff {
  staffId: string;
  memberId: string | null;
  name: string;
  phone: string;
  staffNumber: string | null;
}

export interface StaffPlanContext extends StaffContext {
  importId: string;
  sheets: readonly StagedSheet[];
  known: readonly KnownStaff[];
  /** Names of classes and divisions. */
  labels: ReadonlyMap<string, string>;
  /** Who is homeroom teacher now, by class. */
  homerooms: ReadonlyMap<string, { memberId: string; name: string }>;
  /** A principal is made only by a principal. */
  mayAppointPrincipal: boolean;
}

export interface StaffPlan {
  staff: PlannedStaff[];
  problems: RosterProblem[];
  counts: RosterCounts;
}

type Place = { at: number; row: StagedRow };
type Found = StaffMention & Place;
type TellAt = (place: StagedRow, column: number | null, text: string, isStop?: boolean) => void;

/** What a file would make of the staff, and what somebody should look at first. */
export function planStaff(rows: readonly StagedRow[], context: StaffPlanContext): StaffPlan {
  const problems: RosterProblem[] = [];
  let stop = 0;
  const tell: TellAt = (row, column, text, isStop = false) => {
    if (isStop) stop += 1;
    problems.push({ where: sayWhere(context.sheets, context.columns, row, column), text, isStop });
  };
  const mentions = rows.flatMap((row, at) =>
    readStaffRow(row, context, (column, text, isStop) => tell(row, column, text, isStop)).map(
      (mention): Found => ({ ...mention, at, row }),
    ),
  );
  const people = withoutSharedPhones(gather(mentions, context, tell), context, tell);
  const planned = people.flatMap((person) => match(person, context, tell));
  const staff = withinSchool(oneHomeroomEach(planned, context, tell), context, tell);
  const create = staff.filter(({ deed }) => deed === 'create').length;
  return {
    staff: staff.map(({ row: _row, column: _column, ...one }) => ({
      ...one,
      says: one.postings.map((posting) => sayInvited(posting, context.labels)),
    })),
    problems,
    counts: { create, update: staff.length - create, stop, problems: problems.length },
  };
}

type Person = Found;

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && a !== b;

const isOther = (a: StaffMention, b: StaffMention): boolean =>
  differ(a.phone, b.phone) || differ(a.staffNumber, b.staffNumber);

/** Lines and cells about one person, put together. Namesakes are told apart by phone or number. */
function gather(mentions: readonly Found[], { sheets, columns }: StaffPlanContext, tell: TellAt) {
  const people: Person[] = [];
  // Lists first: a cell with a name alone can then be told whom it means.
  const inOrder = [...mentions].sort((a, b) => Number(b.isListed) - Number(a.isListed));
  for (const mention of inOrder) {
    const namesakes = people.filter(({ name }) => name === mention.name);
    const same = namesakes.filter((one) => !isOther(one, mention));
    const [one] = same;
    if (same.length > 1) {
      tell(
        mention.row,
        mention.column,
        `表里有 ${same.length} 位“${mention.name}”，分不清是哪一位，这一项没有导入。请写上工号或手机号。`,
        true,
      );
      continue;
    }
    if (!one) {
      if (namesakes[0]) {
        const where = sayWhere(sheets, columns, namesakes[0].row, null);
        tell(mention.row, mention.column, `和${where}同名，手机号或工号不同，按两个人导入。`);
      }
      people.push(mention);
      continue;
    }
    if (one.isListed && mention.isListed) {
      const where = sayWhere(sheets, columns, one.row, null);
      tell(mention.row, mention.column, `和${where}是同一个人，合在一起。不是的话请写上工号。`);
    }
    people[people.indexOf(one)] = {
      ...one,
      phone: one.phone ?? mention.phone,
      staffNumber: one.staffNumber ?? mention.staffNumber,
      postings: mention.postings.reduce(widened, one.postings),
    };
  }
  return people.map((person) => ({
    ...person,
    postings: person.postings.reduce<InvitedPosting[]>(widened, []),
  }));
}

/** A phone lets its owner in, so it belongs to one person. */
function withoutSharedPhones(
  people: readonly Person[],
  { known, mapping }: StaffPlanContext,
  tell: TellAt,
): Person[] {
  const ownerOf = new Map(
    known.filter(({ phone }) => phone !== '').map((one) => [one.phone, one.name]),
  );
  return people.map((person) => {
    if (person.phone === null) return person;
    const owner = ownerOf.get(person.phone);
    if (owner === undefined || owner === person.name) {
      ownerOf.set(person.phone, person.name);
      return person;
    }
    tell(person.row, mapping.indexOf('phone'), `手机号和“${owner}”的一样，没有导入。请核对。`);
    return { ...person, phone: null };
  });
}

type Draft = Omit<PlannedStaff, 'says'> & { row: StagedRow; column: number };

/** Whom of the school a person is. */
function match(person: Person, context: StaffPlanContext, tell: TellAt): Draft[] {
  const { known, importId, mapping, mayAppointPrincipal } = context;
  const { name, phone, staffNumber, row, column, at } = person;
  const numbered = known.find((one) => staffNumber !== null && one.staffNumber === staffNumber);
  if (numbered && numbered.name !== name) {
    tell(
      row,
      mapping.indexOf('staffNumber'),
      `工号 ${staffNumber} 在学校里是“${numbered.name}”，表里是“${name}”。请核对，这个人没有导入。`,
      true,
    );
    return [];
  }
  const namesakes = known.filter((one) => one.name === name);
  const sure = namesakes.filter(
    (one) => one === numbered || (phone !== null && one.phone === phone),
  );
  const possible = namesakes.filter(
    (one) => !differ(one.phone || null, phone) && !differ(one.staffNumber, staffNumber),
  );
  const [found, another] = sure.length > 0 ? sure : possible.length > 0 ? possible : namesakes;
  if (another) {
    tell(
      row,
      column,
      `学校里有 ${namesakes.length} 位“${name}”，分不清是哪一位，没有导入。请写上工号或手机号。`,
      true,
    );
    return [];
  }
  const postings = person.postings.filter(
    ({ role }) => role !== 'principal' || mayAppointPrincipal,
  );
  if (postings.length < person.postings.length) {
    tell(row, column, '校长的身份只能由校长自己交出或交给别人，这一项没有导入。', true);
  }
  const words = { name, phone, staffNumber, postings, at, row, column };
  if (found) {
    return [{ ...words, deed: 'update', staffId: found.staffId, memberId: found.memberId }];
  }
  if (postings.length === 0) {
    tell(
      row,
      column,
      `没有看到“${name}”做什么，没有导入。请写上职务，或者任教的学科和班级。`,
      true,
    );
    return [];
  }
  const staffId = `${importId}-${at}-${column}-${person.nth}`;
  return [{ ...words, deed: 'create', staffId, memberId: null }];
}

/** A class has one homeroom teacher: of two in the file the first stays, and a change is told. */
function oneHomeroomEach(
  staff: readonly Draft[],
  { homerooms, labels }: StaffPlanContext,
  tell: TellAt,
): Draft[] {
  const taken = new Map<string, string>();
  return staff.map((one) => {
    const postings = one.postings.flatMap((posting): InvitedPosting[] => {
      if (posting.role !== 'homeroomTeacher') return [posting];
      const classIds = posting.classIds.filter((classId) => {
        const label = labels.get(classId) ?? '这个班';
        const other = taken.get(classId);
        if (other !== undefined) {
          tell(
            one.row,
            one.column,
            `${label}写了两位班主任：“${other}”和“${one.name}”。只导入前一位，请核对。`,
            true,
          );
          return false;
        }
        taken.set(classId, one.name);
        const now = homerooms.get(classId);
        if (now && now.memberId !== one.memberId) {
          tell(
            one.row,
            one.column,
            `${label}现在的班主任是“${now.name}”，${one.memberId === null ? `“${one.name}”加入` : '导入'}后改为“${one.name}”。`,
          );
        }
        return true;
      });
      return classIds.length > 0 ? [{ ...posting, classIds }] : [];
    });
    return { ...one, postings };
  });
}

/** A school has so many staff and no more. */
function withinSchool(staff: readonly Draft[], { known }: StaffPlanContext, tell: TellAt): Draft[] {
  let room = MAX_STAFF - known.length;
  return staff.filter((one) => {
    if (one.deed === 'update') return true;
    room -= 1;
    if (room >= 0) return true;
    tell(one.row, one.column, `一所学校最多 ${MAX_STAFF} 位老师，“${one.name}”没有导入。`, true);
    return false;
  });
}
