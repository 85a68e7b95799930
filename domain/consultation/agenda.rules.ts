/** What answered forms bring to a meeting: figures only, never who answered what. */

/** A form that was sent out, as the agenda needs it. */
export interface SentForm {
  _id: string;
  title: string;
  respondent: 'guardian' | 'student';
  target: string;
  divisionId: string | null;
  classIds: readonly string[];
  questions: readonly {
    key: string;
    label: string;
    options: readonly { key: string; label: string }[];
  }[];
}

/** How far it is in a class. */
export interface FormProgress {
  campaignId: string;
  classId: string;
  divisionId: string;
  answered: number;
  counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export interface FormTally {
  campaignId: string;
  title: string;
  respondent: 'guardian' | 'student';
  /** Chosen for this meeting by whoever prepares it. */
  isLinked: boolean;
  answered: number;
  /** 作业量：刚好 21、偏多 9; the options in the order of their counts. */
  lines: string[];
}

/** So many questions and answers fit what is read out. */
const FIRST_LINES = 3;
const FIRST_OPTIONS = 3;

function linesOf({ questions }: SentForm, progress: readonly FormProgress[]): string[] {
  return questions
    .flatMap(({ key, label, options }) => {
      const chosen = options
        .map((option) => ({
          label: option.label,
          count: progress.reduce((sum, { counts }) => sum + (counts[key]?.[option.key] ?? 0), 0),
        }))
        .filter(({ count }) => count > 0)
        .sort((a, b) => b.count - a.count)
        .slice(0, FIRST_OPTIONS);
      const said = chosen.map((option) => `${option.label} ${option.count}`).join('、');
      return said === '' ? [] : [`${label}：${said}`];
    })
    .slice(0, FIRST_LINES);
}

type Level = { classId?: string; divisionId?: string };

/** Whether a form went to the class or division of a meeting; one to a whole school has no list. */
const reached = ({ target, classIds, divisionId }: SentForm, level: Level): boolean => {
  if (target === 'school') return true;
  if (level.classId !== undefined) return classIds.includes(level.classId);
  return divisionId === level.divisionId;
};

/** The forms that a meeting can speak of, those chosen for it first. */
export function talliesOf(
  campaigns: readonly SentForm[],
  progress: readonly FormProgress[],
  { level, linkedIds }: { level: Level; linkedIds: readonly string[] },
): FormTally[] {
  return campaigns
    .filter((campaign) => linkedIds.includes(campaign._id) || reached(campaign, level))
    .map((campaign) => {
      const own = progress.filter(({ campaignId }) => campaignId === campaign._id);
      return {
        campaignId: campaign._id,
        title: campaign.title,
        respondent: campaign.respondent,
        isLinked: linkedIds.includes(campaign._id),
        answered: own.reduce((sum, { answered }) => sum + answered, 0),
        lines: linesOf(campaign, own),
      };
    })
    .sort((a, b) => Number(b.isLinked) - Number(a.isLinked));
}

/** From whom the forms chosen for a meeting have answers: that is what is tallied (S0-41). */
export const talliedFromOf = (forms: readonly FormTally[]): ('guardian' | 'students')[] => {
  const answered = forms.filter((form) => form.isLinked && form.answered > 0);
  return (['guardian', 'students'] as const).filter((who) =>
    answered.some(({ respondent }) => (respondent === 'student' ? 'students' : respondent) === who),
  );
};
