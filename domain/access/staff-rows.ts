import { OFFICE } from './role-sets';

const OFFICES = { ...OFFICE, academicAffairsOffice: 'school' } as const;

/** The rows of first run, classes and staff: part of THE table in `permissions.ts`. */
export const STAFF_ROWS = {
  // An environment without a school has nobody who could allow anything: the code is the way in.
  'school.record': { label: '开通一所学校', allow: {}, anybody: '凭部署时设定的开通码' },
  'school.read': { label: '查看校区、级部和全部班级', allow: OFFICES },
  'school.revise': { label: '修改学校、校区、级部和处室的名称', allow: OFFICES },
  'phoneJoining.revise': { label: '设定老师能不能用手机号加入', allow: OFFICES },
  'schoolClass.record': { label: '增加班级', allow: OFFICES },
  'schoolClass.close': { label: '停用班级', allow: OFFICES },
  'schoolClass.assign': { label: '把班级移到别的级部', allow: OFFICES },
  'staff.read': { label: '查看老师名单和各人的身份', allow: OFFICES },
  'staff.revise': { label: '更正老师的姓名', allow: OFFICES },
  'staff.assign': { label: '安排老师的身份、任课和包靠', allow: OFFICES },
  // Also the offices while there is none: domain/staff/staff.rules.ts.
  'staff.appointPrincipal': { label: '任命和免去校长', allow: { principal: 'school' } },
} as const;
