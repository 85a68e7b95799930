import type { Sex } from '../../domain/school/roster.schema';
import type { Random } from './random';

/** Invented people only: surname and given name are drawn apart; no pair may make a famous name. */
const SURNAMES = [
  ...'王李张刘陈杨黄吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓冯曾程蔡彭潘袁于董余苏叶吕魏蒋田杜丁沈姜范江傅钟卢汪戴崔任陆廖姚方金邱夏谭韦贾邹石熊孟秦阎薛侯雷白龙段郝孔邵史毛常万顾赖武康贺严尹钱施牛洪龚',
];

const GIVEN: Record<Sex, readonly string[]> = {
  male: [
    ...['子墨', '清扬', '宇轩', '明哲', '思远', '俊熙', '天佑', '博文', '嘉树', '听松'],
    ...['承泽', '景行', '云帆', '书航', '知远', '星辰', '立言', '启航', '怀瑾', '逸飞'],
    ...['泽宇', '家豪', '文韬', '志恒', '向阳', '千里', '致远', '修远', '鹏程', '昊天'],
  ],
  female: [
    ...['雨桐', '思语', '诗涵', '欣怡', '若彤', '知微', '语嫣', '梓萱', '可欣', '清欢'],
    ...['静姝', '书瑶', '安然', '念慈', '沐晴', '婉清', '依诺', '芷若', '云舒', '采薇'],
    ...['南星', '知夏', '一诺', '念初', '望舒', '乐瑶', '雅琪', '明溪', '初晴', '映雪'],
  ],
};

/** A name that is not yet taken; it is then. */
export function drawName(random: Random, sex: Sex, taken: Set<string>): string {
  for (;;) {
    const name = random.pick(SURNAMES) + random.pick(GIVEN[sex]);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
