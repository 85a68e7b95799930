import type { Role } from '../../../../../domain/access/roles';
import type { StageSystem } from '../../../../../domain/calendar/school-class';
import {
  type GradePlan,
  gradesOfStages,
  sayGradesMissing,
} from '../../../../../domain/first-run/first-run.rules';
import {
  type FOUNDING_ROLES,
  sayTermsWrong,
} from '../../../../../domain/first-run/first-run.schema';
import {
  type NamedOffice,
  OFFICE_NAMES,
  type Stage,
} from '../../../../../domain/school/structure.schema';
import type { Proposal } from '../../first-run.queries';

type FoundingRole = Extract<Role, (typeof FOUNDING_ROLES)[number]>;

/** A school as far as it has been thought of; kept on the phone until it is stored. */
export interface Plan {
  step: number;
  code: string;
  myName: string;
  myRole: FoundingRole;
  name: string;
  stages: Stage[];
  stageSystem: StageSystem;
  campuses: string[];
  grades: GradePlan[];
  presetIds: string[];
  officeNames: Record<NamedOffice, string>;
  terms: Proposal['terms'];
  /** What the cloud proposed when the code was right. */
  proposal: Proposal | null;
}

/** Most grades of most schools; a tap changes all of them. */
const USUAL_CLASSES = 6;

export const NEW_PLAN: Plan = {
  step: 0,
  code: '',
  myName: '',
  myRole: 'studentAffairsOffice',
  name: '',
  stages: ['junior'],
  stageSystem: '63',
  campuses: ['本部'],
  grades: [],
  presetIds: [],
  officeNames: {
    studentAffairsOffice: OFFICE_NAMES.studentAffairsOffice[0] ?? '',
    academicAffairsOffice: OFFICE_NAMES.academicAffairsOffice[0] ?? '',
  },
  terms: [],
  proposal: null,
};

/** A draft that was found, if it is one of this form. */
export function readPlan(found: unknown): Plan | null {
  const plan = found as Partial<Plan> | null;
  return plan && typeof plan.step === 'number' && Array.isArray(plan.grades)
    ? (plan as Plan)
    : null;
}

/** Every grade of every campus, with the classes that were counted before. */
export function withGrades(plan: Plan): Plan {
  const grades = plan.campuses.flatMap((_, campus) =>
    gradesOfStages(plan.stages, plan.stageSystem).map((grade) => {
      const known = plan.grades.find((one) => one.grade === grade && one.campus === campus);
      return known ?? { grade, campus, classes: campus === 0 ? USUAL_CLASSES : 0 };
    }),
  );
  return { ...plan, grades };
}

/** What the cloud proposed, taken over where nothing was chosen yet. */
export function withProposal(plan: Plan, proposal: Proposal): Plan {
  const whole = proposal.presets.find(({ part }) => part === 'whole');
  return {
    ...plan,
    proposal,
    terms: plan.terms.length > 0 ? plan.terms : proposal.terms,
    presetIds: plan.presetIds.length > 0 ? plan.presetIds : whole ? [whole.id] : [],
  };
}

/** What is still missing before the next step, or null. */
export function missing(plan: Plan): string | null {
  switch (plan.step) {
    case 0:
      if (plan.code.trim() === '') return '请填写开通码。';
      return plan.myName.trim() === '' ? '请填写您的姓名。' : null;
    case 1:
      if (plan.name.trim() === '') return '请填写学校名称。';
      return plan.stages.length === 0 ? '请选择学段。' : null;
    case 2:
      return plan.campuses.some((label) => label.trim() === '') ? '请填写校区名称。' : null;
    case 3:
      if (plan.grades.every(({ classes }) => classes === 0)) return '至少要有一个班。';
      return sayGradesMissing(plan);
    case 4:
      return sayTermsWrong(plan.terms);
    default:
      return Object.values(plan.officeNames).some((label) => label.trim() === '')
        ? '请填写处室名称。'
        : null;
  }
}

/** What every step gets: the plan so far, and the way to change it. */
export interface StepProps {
  plan: Plan;
  onChange(change: Partial<Plan>): void;
}
