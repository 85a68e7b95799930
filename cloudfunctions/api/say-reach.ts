import type { Posting } from '../../domain/access/roles';

/** How far a role reaches, in words: 七年级(3)班, 8 名受导学生. `labels`: of classes and divisions. */
export function sayReach(posting: Posting, labels: ReadonlyMap<string, string>): string {
  const names = (ids: string[] = []) => ids.flatMap((id) => labels.get(id) ?? []).join('、');
  const count = posting.studentIds?.length ?? 0;
  switch (posting.role) {
    case 'homeroomTeacher':
      return names(posting.classIds) || '还没有班';
    case 'subjectTeacher':
      return `${posting.subject ?? ''} · ${names(posting.classIds)}`;
    case 'mentor':
      return `${count} 名受导学生`;
    case 'guardian':
      return count === 1 ? '1 个孩子' : `${count} 个孩子`;
    case 'leader':
      return saySponsored(posting.sponsored ?? {}, names);
    case 'divisionHead':
      return names(posting.divisionIds) || '本级部';
    default:
      return '全校';
  }
}

function saySponsored(
  sponsored: NonNullable<Posting['sponsored']>,
  names: (ids?: string[]) => string,
): string {
  const { isWholeSchool, divisionIds = [], classIds, studentIds = [] } = sponsored;
  const parts = [
    isWholeSchool ? '全校' : '',
    names(divisionIds) || (divisionIds.length > 0 ? `${divisionIds.length} 个级部` : ''),
    names(classIds),
    studentIds.length > 0 ? `${studentIds.length} 名学生` : '',
  ].filter(Boolean);
  return parts.length > 0 ? `包靠 ${parts.join('、')}` : '还没有包靠';
}
