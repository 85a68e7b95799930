import Taro from '@tarojs/taro';

/** Every page that another opens, by name, with what its address carries: ids only. */
const PAGES = {
  studentFile: 'pages/student/file/index',
  classLedger: 'pages/class-ledger/index/index',
  ledgerHead: 'pages/class-ledger/head/index',
  ledgerEntry: 'pages/class-ledger/entry/index',
  settings: 'pages/settings/index/index',
  audits: 'pages/settings/audits/index',
  retention: 'pages/settings/retention/index',
  backup: 'pages/settings/backup/index',
  ledgerCategories: 'pages/settings/ledger-categories/index',
  regulation: 'pages/settings/regulation/index',
  roster: 'pages/roster/index/index',
  staffImports: 'pages/roster/staff/index',
  rosterImport: 'pages/roster/import/index',
  exportRoster: 'pages/roster/export/index',
  schoolCalendar: 'pages/settings/calendar/index',
  mentoringSetting: 'pages/settings/mentoring/index',
  mentees: 'pages/mentoring/mentees/index',
  assignMentors: 'pages/mentoring/assign/index',
  handover: 'pages/mentoring/handover/index',
  talks: 'pages/talk/student/index',
  unseen: 'pages/talk/unseen/index',
  homeVisits: 'pages/home-visit/index/index',
  homeVisit: 'pages/home-visit/visit/index',
  recordVisit: 'pages/home-visit/record/index',
  forms: 'pages/interaction-form/index/index',
  sendForm: 'pages/interaction-form/send/index',
  formProgress: 'pages/interaction-form/progress/index',
  formClasses: 'pages/interaction-form/classes/index',
  formTally: 'pages/interaction-form/tally/index',
  answerForm: 'pages/interaction-form/answer/index',
  schoolPart: 'pages/interaction-form/part/index',
  formSlip: 'pages/interaction-form/slip/index',
  formTemplates: 'pages/interaction-form/templates/index',
  editTemplate: 'pages/interaction-form/edit/index',
  attention: 'pages/attention/index/index',
  attentionCase: 'pages/attention/case/index',
  openCase: 'pages/attention/open/index',
  pairs: 'pages/attention/pairs/index',
  sponsors: 'pages/attention/sponsors/index',
  attentionCategories: 'pages/settings/attention-categories/index',
  healthRegister: 'pages/health-register/index/index',
  safety: 'pages/health-register/student/index',
  screening: 'pages/screening/index/index',
  screeningRound: 'pages/screening/round/index',
  screeningSheet: 'pages/screening/sheet/index',
  planMeeting: 'pages/consultation/plan/index',
  meeting: 'pages/consultation/meeting/index',
  runMeeting: 'pages/consultation/run/index',
  meetingArchive: 'pages/consultation/archive/index',
  signOffs: 'pages/consultation/sign-offs/index',
  resolutions: 'pages/consultation/resolutions/index',
  monthlyReport: 'pages/consultation/report/index',
  leader: 'pages/leader/index/index',
  summaries: 'pages/summary/index/index',
  summary: 'pages/summary/view/index',
  writeSummary: 'pages/summary/write/index',
  shareSummary: 'pages/summary/share/index',
  summaryCard: 'pages/summary/card/index',
  books: 'pages/book/index/index',
  termPlans: 'pages/term-plan/index/index',
  termPlan: 'pages/term-plan/edit/index',
  classWorks: 'pages/class-work/index/index',
  recordWork: 'pages/class-work/record/index',
  outbox: 'pages/outbox/index/index',
  inbox: 'pages/reminder/inbox/index',
  reminderSetting: 'pages/settings/reminders/index',
  writeCard: 'pages/heart-to-heart-card/write/index',
  cards: 'pages/heart-to-heart-card/cards/index',
  cardCodes: 'pages/heart-to-heart-card/codes/index',
  firstRun: 'pages/first-run/index/index',
  staff: 'pages/staff/index/index',
  staffMember: 'pages/staff/member/index',
  classes: 'pages/staff/classes/index',
  joinAsStaff: 'pages/joining/staff/index',
  joinAsGuardian: 'pages/joining/guardian/index',
  families: 'pages/joining/families/index',
  invitations: 'pages/joining/invitations/index',
  consents: 'pages/joining/consents/index',
  departure: 'pages/leaving/departure/index',
  enrol: 'pages/leaving/enrol/index',
  erasures: 'pages/leaving/erasures/index',
} as const;

interface Parameters {
  studentFile: { studentId: string };
  classLedger: { classId: string };
  ledgerHead: { classId: string };
  ledgerEntry: { classId: string; studentId: string };
  settings: Record<string, never>;
  audits: Record<string, never>;
  retention: Record<string, never>;
  backup: Record<string, never>;
  ledgerCategories: Record<string, never>;
  regulation: Record<string, never>;
  roster: Record<string, never>;
  staffImports: Record<string, never>;
  rosterImport: { importId: string };
  exportRoster: Record<string, never>;
  schoolCalendar: Record<string, never>;
  mentoringSetting: Record<string, never>;
  mentees: Record<string, never>;
  assignMentors: Record<string, never>;
  handover: { studentId: string };
  talks: { studentId: string };
  unseen: Record<string, never>;
  /** Without a class: one's mentees. */
  homeVisits: { classId?: string };
  homeVisit: { visitId: string };
  recordVisit: { studentId: string; classId: string; visitId?: string };
  forms: Record<string, never>;
  sendForm: Record<string, never>;
  /** Without a class: one's mentees. */
  formProgress: { campaign: string; classId?: string };
  formClasses: { campaign: string };
  /** Without a class: everybody it went to. */
  formTally: { campaign: string; classId?: string };
  answerForm: { campaign: string; student: string };
  schoolPart: { campaign: string; student: string };
  formSlip: Record<string, never>;
  formTemplates: Record<string, never>;
  editTemplate: { formId: string };
  attention: Record<string, never>;
  attentionCase: { caseId: string };
  /** Without a case: a new one. */
  openCase: { studentId: string; caseId?: string };
  pairs: { classId: string };
  sponsors: Record<string, never>;
  attentionCategories: Record<string, never>;
  healthRegister: Record<string, never>;
  safety: { studentId: string };
  screening: Record<string, never>;
  screeningRound: { roundId: string };
  screeningSheet: { roundId: string; classId: string };
  planMeeting: Record<string, never>;
  /** The place is named so that one call reads all. */
  /** With the scope while it is open: its agenda then comes in the same call. */
  meeting: { meetingId: string; placeId: string; scope?: string };
  /** With the class, where it is a class's. */
  runMeeting: { meetingId: string; placeId: string; scope: string; classId?: string };
  meetingArchive: Record<string, never>;
  signOffs: Record<string, never>;
  /** With a division: what is open there, for its weekly check. */
  resolutions: { divisionId?: string };
  monthlyReport: Record<string, never>;
  leader: Record<string, never>;
  summaries: Record<string, never>;
  summary: { summaryId: string };
  writeSummary: { summaryId: string };
  shareSummary: { summaryId: string };
  /** What a card in a chat opens. */
  summaryCard: { summaryId: string; token: string };
  books: Record<string, never>;
  termPlans: Record<string, never>;
  termPlan: { level: string; placeId: string };
  /** Without a class: the summaries of sponsors. */
  classWorks: { classId?: string };
  recordWork: { kind: string; classId?: string; workId?: string };
  outbox: Record<string, never>;
  inbox: Record<string, never>;
  reminderSetting: Record<string, never>;
  writeCard: Record<string, never>;
  cards: Record<string, never>;
  cardCodes: { classId: string };
  firstRun: Record<string, never>;
  staff: Record<string, never>;
  staffMember: { memberId: string };
  classes: Record<string, never>;
  joinAsStaff: Record<string, never>;
  joinAsGuardian: Record<string, never>;
  families: { classId: string };
  invitations: Record<string, never>;
  consents: Record<string, never>;
  departure: { memberId: string };
  enrol: Record<string, never>;
  erasures: Record<string, never>;
}

/** Where a page is, with what it is about: to open it later. */
export function addressOf<P extends keyof typeof PAGES>(
  page: P,
  parameters: Parameters[P],
): string {
  const query = Object.entries(parameters).map(([name, id]) => `${name}=${id}`);
  return `/${PAGES[page]}?${query.join('&')}`;
}

/** Opens a page by the address that `addressOf` gave. */
export const openAddress = (url: string): void => {
  void Taro.navigateTo({ url });
};

export const openPage = <P extends keyof typeof PAGES>(page: P, parameters: Parameters[P]): void =>
  openAddress(addressOf(page, parameters));

type Tab = 'today' | 'students' | 'meetings' | 'me';

/** Where a tab is, for a card in a chat. */
export const addressOfTab = (tab: Tab): string => `/pages/${tab}/index`;

export const openTab = (tab: Tab): void => {
  void Taro.switchTab({ url: addressOfTab(tab) });
};

/** Back to where the person came from; from a shared link there is nowhere, so to 今天. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else openTab('today');
}
