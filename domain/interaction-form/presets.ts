import type { FormFields, Question } from './interaction-form.schema';

const choice = (
  kind: 'single' | 'multiple' | 'scale',
  key: string,
  label: string,
  labels: string[],
  isRequired = true,
): Question => ({
  key,
  kind,
  label,
  options: labels.map((text, index) => ({ key: `o${index + 1}`, label: text })),
  isRequired,
});

const words = (key: string, label: string): Question => ({
  key,
  kind: 'text',
  label,
  options: [],
  isRequired: false,
});

const OFTEN = ['很少', '有时', '经常'];
const WELL = ['还不太好', '一般', '比较好', '很好'];

/** Forms that every school begins with; a school changes them as it likes. Strengths come first. */
export const FORM_PRESETS: Readonly<Record<string, FormFields>> = {
  // S4-260, S4-299
  mentorGuardian: {
    name: '导师与家长互动表',
    intro: '导师先写下孩子在校的情况，再听听您的想法。一分钟就能填完。',
    respondent: 'guardian',
    hasSchoolPart: true,
    isOn: true,
    questions: [
      words('bright', '最近在家，孩子让您高兴的一件事'),
      choice('scale', 'mood', '孩子回家后的心情', WELL),
      choice('single', 'homework', '写作业', ['自己能完成', '需要提醒', '常常很晚']),
      choice(
        'multiple',
        'help',
        '希望导师多关心',
        ['学习方法', '同学相处', '心情', '兴趣特长', '作息'],
        false,
      ),
      words('opinion', '对学校和老师的意见、建议'),
    ],
  },
  // S4-297
  mentorStudent: {
    name: '导师与学生互动交流表',
    intro: '写给导师看的话。没有对错，想到什么写什么。',
    respondent: 'student',
    hasSchoolPart: false,
    isOn: true,
    questions: [
      words('bright', '这段时间我做得好的一件事'),
      choice('scale', 'mood', '这段时间的心情', WELL),
      choice(
        'multiple',
        'puzzle',
        '学习上的困惑',
        ['听不懂', '记不住', '作业多', '坐不住', '没有困惑'],
        false,
      ),
      choice('single', 'talk', '想和导师单独聊聊吗', ['想', '暂时不用']),
      words('help', '希望得到的帮助'),
    ],
  },
  // S4-208: an activity of a family, written down by the family.
  familyActivity: {
    name: '亲子成长活动记录',
    intro: '和孩子一起做了一件事以后，记几句给孩子留作纪念。',
    respondent: 'guardian',
    hasSchoolPart: false,
    isOn: true,
    questions: [
      words('bright', '孩子让您高兴的地方'),
      { key: 'on', kind: 'date', label: '哪一天', options: [], isRequired: false },
      words('what', '一起做了什么'),
      words('thoughts', '孩子的话，或者您的感想'),
      { key: 'photo', kind: 'photo', label: '照片（可以不传）', options: [], isRequired: false },
    ],
  },
  // Sent before a brief class conference (S0-41).
  briefStudent: {
    name: '集体备班学生问卷',
    intro: '老师们要一起商量怎样把班级带得更好，想先听听你的看法。',
    respondent: 'student',
    hasSchoolPart: false,
    isOn: true,
    questions: [
      words('bright', '班里最让我喜欢的地方'),
      choice('scale', 'order', '课堂纪律', WELL),
      choice('scale', 'relation', '同学之间的关系', WELL),
      choice(
        'multiple',
        'hard',
        '觉得吃力的地方',
        ['语文', '数学', '英语', '其他学科', '没有'],
        false,
      ),
      words('advice', '给老师们的建议'),
    ],
  },
  briefGuardian: {
    name: '集体备班家长问卷',
    intro: '任课老师们要一起商量怎样帮助班里的孩子，想先听听您的看法。',
    respondent: 'guardian',
    hasSchoolPart: false,
    isOn: true,
    questions: [
      words('bright', '孩子最近的一点进步'),
      choice('scale', 'reading', '在家主动看书', OFTEN),
      choice('single', 'homework', '每天写作业的时间', ['不到一小时', '一到两小时', '两小时以上']),
      choice(
        'multiple',
        'care',
        '最希望老师们一起想办法的',
        ['学习习惯', '学科困难', '同学相处', '手机使用', '亲子沟通'],
        false,
      ),
      words('advice', '给老师们的建议'),
    ],
  },
};
