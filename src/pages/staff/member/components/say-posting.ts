import { ROLES } from '../../../../../domain/access/roles';
import { type AssignableRole, REACH_OF } from '../../../../../domain/staff/staff.schema';
import type { Posting, SchoolStructure } from '../../staff.queries';

/** A role as this school calls it. */
export function labelOfRole(role: AssignableRole, { officeNames }: SchoolStructure): string {
  return role === 'studentAffairsOffice' || role === 'academicAffairsOffice'
    ? officeNames[role]
    : ROLES[role];
}

/** How far a posting reaches, in words; what is still to be chosen says so. */
export function sayPosting(posting: Posting, school: SchoolStructure): string {
  const { role, classIds, divisionIds, studentIds, isWholeSchool, subject } = posting;
  const names = (ids: readonly string[], from: readonly { id: string; label: string }[]) =>
    ids.flatMap((id) => from.find((one) => one.id === id)?.label ?? []).join('、');
  switch (REACH_OF[role]) {
    case 'classes':
      return [subject, names(classIds, school.classes) || '还没有班'].filter(Boolean).join(' · ');
    case 'divisions':
      return names(divisionIds, school.divisions);
    case 'sponsored':
      return (
        [
          isWholeSchool ? '全校' : '',
          names(divisionIds, school.divisions),
          names(classIds, school.classes),
          studentIds.length > 0 ? `${studentIds.length} 名学生` : '',
        ]
          .filter(Boolean)
          .join('、') || '还没有包靠'
      );
    default:
      return '全校';
  }
}
