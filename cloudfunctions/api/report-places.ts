import type { ReportLevel } from '../../domain/consultation/monthly-report.schema';
import { campusLabel } from '../../domain/school/division-labels';
import type { SchoolClass } from '../../domain/school/roster.schema';
import type { Caller } from './procedure';
import { classLabelOf, divisionLabelOf } from './school-names';

/** A place of the chain. */
export interface Place {
  placeId: string;
  label: string;
  level: ReportLevel;
  classId: string | null;
  divisionId: string | null;
  campusId: string | null;
}

/**
 * Every place that reports, from the roster: classes, their divisions, campuses where there are
 * several, the school. One that has no class has nothing to report.
 */
export function placesOf(ctx: Caller, classes: readonly SchoolClass[]): Place[] {
  const { school } = ctx;
  const divisions = new Map(classes.map((one) => [one.divisionId, one]));
  const { structure } = school;
  const campusOf = (divisionId: string) =>
    structure.divisions.find(({ id }) => id === divisionId)?.campusId ?? null;
  const withClasses = new Set([...divisions.keys()].map(campusOf));
  const campuses =
    structure.campuses.length > 1 ? structure.campuses.filter(({ id }) => withClasses.has(id)) : [];
  return [
    ...classes.map((one) => ({
      placeId: one._id,
      label: `${campusLabel(school, one.divisionId)}${classLabelOf(ctx, one)}`,
      level: 'class' as const,
      classId: one._id,
      divisionId: one.divisionId,
      campusId: campusOf(one.divisionId),
    })),
    ...[...divisions].map(([divisionId, one]) => ({
      placeId: divisionId,
      label: divisionLabelOf(ctx, one),
      level: 'division' as const,
      classId: null,
      divisionId,
      campusId: campusOf(divisionId),
    })),
    ...campuses.map(({ id, label }) => ({
      placeId: id,
      label,
      level: 'campus' as const,
      classId: null,
      divisionId: null,
      campusId: id,
    })),
    {
      placeId: school._id,
      label: '全校',
      level: 'school' as const,
      classId: null,
      divisionId: null,
      campusId: null,
    },
  ];
}

/** The places one step below: classes of a division, divisions of a campus, what the school has. */
export function placesBelow(place: Place, places: readonly Place[]): Place[] {
  switch (place.level) {
    case 'class':
      return [];
    case 'division':
      return places.filter((one) => one.level === 'class' && one.divisionId === place.divisionId);
    case 'campus':
      return places.filter((one) => one.level === 'division' && one.campusId === place.campusId);
    case 'school': {
      const campuses = places.filter((one) => one.level === 'campus');
      return campuses.length > 0 ? campuses : places.filter((one) => one.level === 'division');
    }
  }
}
