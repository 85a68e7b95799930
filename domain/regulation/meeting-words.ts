import { ROLES } from '../access/roles';

/** Who sits in a meeting: the roles of the school, and those that come without one. */
export const PARTICIPANTS = {
  ...ROLES,
  students: '学生代表',
  partyGroupHead: '党小组长',
  districtHead: '学区负责人',
  districtLeader: '上级部门领导',
  researchLead: '科研主任',
  subjectGroupLead: '中心教研组',
} as const;

export type Participant = keyof typeof PARTICIPANTS;

/** The kinds of meeting are the kinds of record that a meeting leaves. */
export const MEETING_KIND_IDS = [
  'huddle',
  'weeklyConsultation',
  'plenary',
  'principalMeeting',
  'briefConference',
  'detailedConference',
  'homeroomMeeting',
  'subjectTeacherMeeting',
  'parentMeeting',
  'classCadreMeeting',
  'informationConsultation',
  'districtMeeting',
  'districtTeachingMeeting',
  'districtConsultation',
] as const;

export type MeetingKindId = (typeof MEETING_KIND_IDS)[number];

export const MEETING_SCOPES = {
  district: '学区',
  school: '学校',
  division: '级部',
  class: '班级',
} as const;

export type MeetingScope = keyof typeof MEETING_SCOPES;

/** Bodies that approve; 行政会 is a meeting, not a person. */
export const APPROVERS = { administrativeMeeting: '行政会', principal: '校长' } as const;
export type Approver = keyof typeof APPROVERS;

/** What an approval may be for. */
export const APPROVAL_MATTERS = {
  plan: '方案',
  otherTime: '临时调整时间',
  manySittings: '分时段、分步骤进行',
} as const;
export type ApprovalMatter = keyof typeof APPROVAL_MATTERS;
