import { listAt, standingSettings } from '../../../domain/attention/attention-category.schema';
import { dayOf, sayDay } from '../../../domain/calendar/day';
import { termAt, termLabel } from '../../../domain/calendar/term';
import { regulationAt } from '../../../domain/regulation/regulation';
import { REMINDER_PRESET } from '../../../domain/school/reminder-settings.schema';
import { RETENTION_KINDS } from '../../../domain/school/retention-settings.schema';
import { SETTING_GROUPS, SETTINGS, type SettingKey } from '../../../domain/setting/setting';
import type { Caller } from '../procedure';
import { readAttention, readLastBackup } from './setting.store';

type Reads = {
  attention: Awaited<ReturnType<typeof readAttention>>;
  backup: Awaited<ReturnType<typeof readLastBackup>>;
};

/** What is set now, in one line each. */
const SAY_NOW: Record<SettingKey, (ctx: Caller, reads: Reads) => string> = {
  schoolCalendar({ school, today }) {
    const term = termAt(school.terms, today);
    return term ? `现在是${termLabel(term)}` : '现在不在任何学期里';
  },
  regulation({ school, today }) {
    const regulation = regulationAt(school.regulationHistory, today);
    if (!regulation) return '还没有设定';
    return `${regulation.duties.length} 项职责，${regulation.meetingKinds.length} 种会`;
  },
  reminderSetting({ school }) {
    const { quietFrom, quietUntil, digestAt } = school.reminders ?? REMINDER_PRESET;
    return `${quietFrom} 到 ${quietUntil} 不打扰，${digestAt} 汇总`;
  },
  classes: () => '增加或停用班级，改名称',
  staff: () => '班主任、任课、级部主任、包靠',
  ledgerCategories({ school }) {
    const used = school.ledgerCategories.filter(({ isOn }) => isOn);
    return `用 ${used.length} 类，其中保密 ${used.filter(({ isSealed }) => isSealed).length} 类`;
  },
  attentionCategories({ today }, { attention }) {
    const { categories } = listAt(standingSettings(attention).lists, today);
    return attention ? `${categories.length} 类` : `${categories.length} 类，是建议的清单`;
  },
  formTemplates: () => '家长和学生填的表',
  mentoringSetting({ school }) {
    const { capacity, talkEveryDays } = school.mentoring;
    return `每位导师最多 ${capacity} 名，${talkEveryDays} 天谈一次`;
  },
  audits: () => '谁在什么时候、为什么打开过',
  retention({ school: { retention } }) {
    if (!retention?.isOn) return '没有打开，什么都不会自动清理';
    return `学生的记录${RETENTION_KINDS.student.sayTerm(retention)}后抹去姓名`;
  },
  backup({ today }, { backup }) {
    if (!backup) return '还没有备份过';
    const day = sayDay(dayOf(new Date(backup.createdAt)), today);
    return backup.state === 'done' ? `上次在${day}` : `${day}开始的还没有做完`;
  },
};

/** The settings that somebody may see, in groups, each with what is set now. */
export async function listSettings(ctx: Caller) {
  const { school, member, access } = ctx;
  const subject = { schoolId: school._id, memberId: member._id };
  access.authorize(subject);
  const sees = (key: SettingKey) => access.may(SETTINGS[key].action, subject);
  const [attention, backup] = await Promise.all([
    sees('attentionCategories') ? readAttention(school._id) : null,
    sees('backup') ? readLastBackup(school._id) : null,
  ]);
  const groups = Object.values(SETTING_GROUPS).map(({ label, settings }) => ({
    label,
    settings: (settings as readonly SettingKey[]).filter(sees).map((key) => ({
      key,
      label: SETTINGS[key].label,
      now: SAY_NOW[key](ctx, { attention, backup }),
    })),
  }));
  return { groups: groups.filter(({ settings }) => settings.length > 0) };
}
