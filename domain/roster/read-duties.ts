import type { Role } from '../access/roles';
import type { StageSystem } from '../calendar/school-class';
import type { ClassWords } from './class-words';
import { scanDuties } from './scan-duties';

/** One thing that somebody does, as it was written: of which classes, or of which grades. */
export interface SaidDuty {
  role: Role;
  subject: string;
  classes: ClassWords[];
  grades: number[];
}

export interface ReadDuties {
  duties: SaidDuty[];
  unread: string[];
}

interface Around {
  system: StageSystem;
  /** What the row says elsewhere: for duties that name no class themselves. */
  classes: readonly ClassWords[];
  grade: number | null;
}

type Head = Pick<SaidDuty, 'role' | 'subject'>;

const OF_CLASSES: readonly Role[] = ['homeroomTeacher', 'subjectTeacher'];

/**
 * What a cell says of somebody's work. Classes stand before what they are for (七(3)(4)数学) or
 * behind it (数学七(3)(4)); 七(3)班主任兼数学 means the same class twice.
 */
export function readDuties(cell: string, around: Around): ReadDuties {
  const { tokens, unread } = scanDuties(cell, around.system);
  const duties: SaidDuty[] = [];
  let classes: ClassWords[] = [];
  let grades: number[] = [];
  let last: ClassWords[] = [...around.classes];
  let waiting: Head | null = null;

  const give = (head: Head): void => {
    const own = classes.length > 0 || grades.length > 0 ? classes : last;
    duties.push({ ...head, classes: own, grades });
    if (classes.length > 0) last = classes;
    classes = [];
    grades = [];
    waiting = null;
  };
  const meet = (head: Head): void => {
    if (waiting) give(waiting);
    if (classes.length > 0 || grades.length > 0) give(head);
    else waiting = head;
  };
  for (const token of [...tokens, { kind: 'end' } as const]) {
    if (token.kind === 'class') classes.push(withGrade(token.words, classes, grades, around));
    else if (token.kind === 'grade') grades.push(token.grade);
    else if (token.kind === 'subject') meet({ role: 'subjectTeacher', subject: token.subject });
    else if (token.kind === 'role' && needsReach(token.role))
      meet({ role: token.role, subject: '' });
    else if (token.kind === 'role') duties.push(plain(token.role));
    else {
      if (waiting) give(waiting);
      // A grade alone is said for the numbers behind it, or for nothing.
      classes = [];
      grades = [];
    }
    // 七年级3班: the grade belongs to the class, not to the whole year.
    if (token.kind === 'class') grades = [];
  }
  return { duties, unread };
}

const needsReach = (role: Role): boolean => OF_CLASSES.includes(role) || role === 'divisionHead';

const plain = (role: Role): SaidDuty => ({ role, subject: '', classes: [], grades: [] });

/** (3)班 alone is of the grade said before it, or of the row’s. */
function withGrade(
  words: ClassWords,
  before: readonly ClassWords[],
  grades: readonly number[],
  { grade }: Around,
): ClassWords {
  if (words.grade !== null || words.entryYear !== null) return words;
  return { ...words, grade: grades.at(-1) ?? before.at(-1)?.grade ?? grade };
}

/** The classes that a cell names, and nothing else: 七(3)、(4). */
export function readClasses(cell: string, around: Omit<Around, 'classes'>): ClassWords[] {
  const found: ClassWords[] = [];
  for (const token of scanDuties(cell, around.system).tokens) {
    if (token.kind === 'class') {
      found.push(withGrade(token.words, found, [], { ...around, classes: [] }));
    }
  }
  return found;
}
