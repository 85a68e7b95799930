import type { ImportSubject } from '../../../domain/roster/import-subject';

interface ImportWords {
  /** The file that is chosen, and what may stay in it. */
  choose: string;
  chooseNote: string;
  /** What a file that is too large should keep. */
  keepOnly: string;
  template: string;
  templateNote: string;
  created: string;
  updated: string;
  stopped(count: number): string;
  undone: string;
  undo: string;
  applied: string;
}

/** How the way of a file is spoken of: a list of students, or of staff. */
export const IMPORT_WORDS: Record<ImportSubject, ImportWords> = {
  students: {
    choose: '选择花名册文件',
    chooseNote: 'Excel（.xlsx）或 CSV，表头、多余的列和空行都可以留着',
    keepOnly: '花名册这一张表',
    template: '下载空表',
    templateNote: '没有现成的表，就照着示例填一份',
    created: '学校里还没有的学生',
    updated: '只补上或改正表里写了的，空格不覆盖',
    stopped: (count) => `不导入 ${count} 行`,
    undone: '名单和班级人数已经改回去',
    undo: '这次新增的学生会移出名单，改过的内容会改回去。已经有人写过记录的学生、后来又改过的内容都会留着，并列出来。',
    applied: '班级人数已经更新',
  },
  staff: {
    choose: '选择老师名单或任课表',
    chooseNote: 'Excel（.xlsx）或 CSV。一人一行的名单，或者一班一行、一科一列的任课表，都可以',
    keepOnly: '老师名单或任课表',
    template: '下载空表',
    templateNote: '没有现成的表，就照着示例填一份',
    created: '做好邀请码，本人加入以后才有身份',
    updated: '加上表里写的身份，原来的都留着，空格不覆盖',
    stopped: (count) => `不导入 ${count} 处`,
    undone: '邀请码停用了，身份已经改回去',
    undo: '还没有用的邀请码会停用，加上的身份会去掉。已经凭邀请加入的人、后来又改过的身份都会留着，并列出来。',
    applied: '邀请码在下面，一周内有效',
  },
};
