import type { Subject } from '../../domain/access/scopes';
import { classLabel } from '../../domain/calendar/school-class';
import type { ReportLevel } from '../../domain/consultation/monthly-report.schema';
import { divisionLabel } from '../../domain/school/division-labels';
import type { SchoolClass } from '../../domain/school/roster.schema';
import type { School } from '../../domain/school/school.schema';

interface Named {
  placeId: string;
  label: string;
}

/** A class, a division, a campus or the school, as paper calls it. */
export interface PlaceOnPaper extends Named {
  subject: Subject;
  /** The level below, lowest grade first (S4-212). */
  below: Named[];
}

interface Asked {
  level: ReportLevel;
  placeId: string;
}

/** A place as it is called in a school year, with those of the level below it; null for none. */
export function placeOnPaper(
  school: School,
  classes: readonly SchoolClass[],
  { level, placeId }: Asked,
  schoolYear: number,
): PlaceOnPaper | null {
  const { _id: schoolId, structure, stageSystem } = school;
  const campuses = structure.campuses.length > 1 ? structure.campuses : [];
  const campusOf = (divisionId: string) => {
    const division = structure.divisions.find(({ id }) => id === divisionId);
    return campuses.find(({ id }) => id === division?.campusId) ?? null;
  };
  const classPlace = (one: SchoolClass): Named => ({
    placeId: one._id,
    label: classLabel(one, schoolYear, stageSystem),
  });
  const divisionPlace = (one: SchoolClass): Named => ({
    placeId: one.divisionId,
    label: divisionLabel(school, schoolYear, one),
  });
  const divisions = [...new Map(classes.map((one) => [one.divisionId, one])).values()];
  switch (level) {
    case 'class': {
      const one = classes.find(({ _id }) => _id === placeId);
      if (!one) return null;
      const subject = { schoolId, divisionId: one.divisionId, classId: one._id };
      return { ...classPlace(one), subject, below: [] };
    }
    case 'division': {
      const inside = classes.filter(({ divisionId }) => divisionId === placeId);
      const [first] = inside;
      if (!first) return null;
      const subject = { schoolId, divisionId: placeId };
      return { ...divisionPlace(first), subject, below: inside.map(classPlace) };
    }
    case 'campus': {
      const campus = campuses.find(({ id }) => id === placeId);
      if (!campus) return null;
      const below = divisions.filter(({ divisionId }) => campusOf(divisionId)?.id === placeId);
      const subject = { schoolId };
      return { placeId, label: campus.label, subject, below: below.map(divisionPlace) };
    }
    case 'school': {
      if (placeId !== schoolId) return null;
      const here = campuses.filter(({ id }) =>
        divisions.some(({ divisionId }) => campusOf(divisionId)?.id === id),
      );
      const below =
        here.length > 0
          ? here.map(({ id, label }) => ({ placeId: id, label }))
          : divisions.map(divisionPlace);
      return { placeId, label: '全校', subject: { schoolId }, below };
    }
  }
}
