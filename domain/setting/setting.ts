import type { Action } from '../access/permissions';

/** What a school sets for itself, in groups, each with the row that lets somebody see it. */
export const SETTING_GROUPS = {
  school: {
    label: '学校',
    settings: ['schoolCalendar', 'regulation', 'reminderSetting', 'classes', 'staff'],
  },
  records: {
    label: '记录',
    settings: ['ledgerCategories', 'attentionCategories', 'formTemplates', 'mentoringSetting'],
  },
  keeping: { label: '保管', settings: ['audits', 'retention', 'backup'] },
} as const satisfies Record<string, { label: string; settings: readonly string[] }>;

export type SettingKey = (typeof SETTING_GROUPS)[keyof typeof SETTING_GROUPS]['settings'][number];

export const SETTINGS: Record<SettingKey, { label: string; action: Action }> = {
  schoolCalendar: { label: '校历', action: 'schoolCalendar.revise' },
  regulation: { label: '会商制度', action: 'regulation.read' },
  reminderSetting: { label: '提醒的时间', action: 'reminderSetting.revise' },
  classes: { label: '学校和班级', action: 'staff.read' },
  staff: { label: '老师和身份', action: 'staff.read' },
  ledgerCategories: { label: '台账的类别', action: 'ledgerCategory.revise' },
  attentionCategories: { label: '特别关注的类别', action: 'attentionCategory.revise' },
  formTemplates: { label: '互动表的样式', action: 'interactionForm.read' },
  mentoringSetting: { label: '导师的人数和面谈的间隔', action: 'mentoringSetting.revise' },
  audits: { label: '留痕', action: 'audit.read' },
  retention: { label: '保存期限', action: 'retention.revise' },
  backup: { label: '备份', action: 'school.export' },
};
