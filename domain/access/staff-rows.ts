/** The rows of first run, classes and staff: part of THE table in `permissions.ts`. */
export const STAFF_ROWS = {
  // An environment without a school has nobody who could allow anything: the code is the way in.
  'school.record': { label: '开通一所学校', allow: {}, anybody: '凭部署时设定的开通码' },
} as const;
