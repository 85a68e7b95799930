/**
 * Every error a person may see: a code, and a Chinese sentence that says what happened and what
 * to do. Nothing else ever reaches a screen.
 */
export const ERROR_SENTENCES = {
  signInNeeded: '没有取得微信登录信息，请关闭小程序后重新进入。',
  notMember: '您还没有加入学校。请向学校要加入的链接或班级码。',
  // Absent and forbidden answer alike, so that nobody learns what exists.
  notFound: '没有找到这条内容，或者您不需要查看它。',
  badInput: '有内容需要修改，请看标出的地方。',
  stale: '这条记录已被别人更新，请对照后再保存。',
  termOver: '这个学期已经结束，记录只能查看。',
  termUnknown: '现在不在学校设定的任何学期里，请请办公室检查校历。',
  studentLeft: '这名学生已经离校，记录只能查看。',
  notInClass: '名单里有不在本班的学生，请重新选择。',
  mentorUnknown: '没有找到这位导师，请刷新后重新选择。',
  screeningIncomplete: '排查还没有看到每一个人，请先补上。',
  mentorFull: '这位导师的受导学生已满，请换一位导师。',
  // Wrong, expired, ended, of no class: one answer, so that guessing teaches nothing.
  cardCodeRefused: '这个码现在不能用。请核对一下，或者请班主任给一个新的。',
  slipRefused: '码或者名字不对，也可能已经截止。名字要写全；还是不行，请找老师。',
  // Wrong, spent, or no code set at all: one answer.
  setUpRefused: '这个开通码不能用。请向部署学情会商的人核对；已经开通过的学校不用再开通。',
  classNotEmpty: '这个班还有在读学生，请先在花名册里把他们转到别的班。',
  phoneNotExpected: '没有找到等着这个手机号的邀请。请用邀请码加入，或者请学校核对登记的手机号。',
  joinCodeRefused: '这个码现在不能用。请核对一下，或者请给您码的老师再发一个。',
  tooManyTries: '试的次数太多了，请过一小时再试。着急的话，请直接找身边的老师。',
  contentRefused: '有的话平台不允许发送，请换一种说法再试。写的内容还在。',
  formClosed: '这份表现在不能填，可能还没开始，或者已经截止。写的内容还在，要补填请告诉老师。',
  backupRefused: '密码不对，或者备份文件不完整。请核对后再试。',
  notEmpty: '这里已经有学校的记录。备份只能恢复到空的环境里，请新建一个环境。',
  busy: '现在使用的人多，请稍等几秒再试一次。',
  tooManyCalls: '一次要的内容太多，请刷新页面。',
  unknownProcedure: '没有这个功能，请更新小程序后再试。',
  unexpected: '出了点问题，内容没有丢失。请稍后再试；仍然不行，请把编号告诉办公室。',
} as const;

export type ErrorCode = keyof typeof ERROR_SENTENCES;

/** An error meant for a person. `data` must already be a view: it leaves the server. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: { sentence?: string; fields?: Record<string, string>; data?: unknown } = {},
  ) {
    super(details.sentence ?? ERROR_SENTENCES[code]);
    this.name = 'AppError';
  }
}
