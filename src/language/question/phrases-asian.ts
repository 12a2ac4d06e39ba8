import { type Phrases, phrases } from './lexicon.js';

/** Chinese. */
export const chinese: Phrases = {
  who: phrases(`谁, 哪些, 哪个, 哪几个, 哪些国家, 列出, 有哪些`),
  count: phrases(`多少, 多少个, 几个`),
  when: phrases(`什么时候, 何时, 哪一年, 几时, 哪天`),
  aux: phrases(`吗, 是否, 有没有, 了吗, 是不是`),
  open: phrases(`为什么, 怎么, 如何, 什么是, 要求什么, 内容`),
  state: phrases(`国家, 成员国, 国, 政府`),
  company: phrases(`公司, 企业`),
  member: phrases(`成员, 签署国, 签字国, 会员, 签署方`),
  join: phrases(`签署, 签字, 支持, 加入, 签了, 签订, 参加, 签署过, 签过, 签`),
  consent: phrases(`批准, 缔约国, 核准`),
  withdrew: phrases(`退出, 退出了`),
  declined: phrases(`拒绝, 拒绝签署, 拒签`),
  outside: phrases(`尚未, 还没, 还没有, 没有签署, 未签署, 未加入`),
  not: phrases(`没有, 没, 未, 不, 不是`),
  all: phrases(`所有, 全部, 都`),
  and: phrases(`和, 与, 及`),
  or: phrases(`或`),
  'in-force': phrases(`生效`),
  binding: phrases(`约束力, 有约束力`),
  'accord-noun': phrases(`协定, 协议, 公约, 条约, 宣言, 倡议, 声明`),
  before: phrases(`之前, 以前`),
  after: phrases(`之后, 以后`),
  since: phrases(`自, 自从`),
  filler: phrases(
    `了, 的, 在, 有, 被, 已, 已经, 目前, 现在, 过, 呢, 吧, 年, 对, 请问, 是, 于, 其, 这个, 该, 到, 迄今, 截至`,
  ),
};

/** Japanese. */
export const japanese: Phrases = {
  who: phrases(`誰, どの国, どの, どこ, どれ, 一覧`),
  count: phrases(`いくつ, 何か国, 何カ国, 何ヶ国, 何社`),
  when: phrases(`いつ, 何年`),
  aux: phrases(`ですか, ますか, か, ましたか, でしたか, いますか`),
  open: phrases(`なぜ, どうして, どのように, とは`),
  state: phrases(`国, 国々, 加盟国, 政府`),
  company: phrases(`企業, 会社`),
  member: phrases(`署名国, メンバー, 参加国, 締約国`),
  join: phrases(`署名, 支持, 参加, 加わり, 加盟, 賛同, サイン, 調印`),
  consent: phrases(`批准, 加入`),
  withdrew: phrases(`脱退, 離脱`),
  declined: phrases(`拒否, 拒み`),
  outside: phrases(`していない, していません, まだ, 未署名`),
  not: phrases(`ない, ません, なかった`),
  all: phrases(`すべて, 全て, 全`),
  'in-force': phrases(`発効`),
  'accord-noun': phrases(`協定, 条約, 宣言, 呼びかけ, 声明, コール`),
  filler: phrases(`
    は, が, を, に, の, で, と, も, し, した, して, しました, する, います, いる, ます, です, た, へ, から, この, 年, 月, 日, 時点,
    の中で, のうち, ている, ました, です, でし, でした, さ, れ, り, い, までに, まで, すでに, 現在
  `),
};

/** Arabic. */
export const arabic: Phrases = {
  who: phrases(`من, ما هي, أي, أي الدول, ما الدول, من هي`),
  count: phrases(`كم, كم عدد, كم دولة`),
  when: phrases(`متى, منذ متى`),
  aux: phrases(`هل`),
  open: phrases(`لماذا, كيف, ما هو, ماذا`),
  state: phrases(`دول, الدول, دولة, البلدان, بلدان, حكومات, الدول الأعضاء`),
  company: phrases(`شركات, الشركات`),
  member: phrases(`أعضاء, عضو, الموقعين, الموقعة, الموقعون, طرف`),
  join: phrases(`
    وقعت, وقع, وقّعت, وقّع, توقيع, انضمت, انضم, دعمت, دعم, تدعم, أيدت, وقعوا, توقع, على, إلى
  `),
  consent: phrases(`صادقت, صدقت, صادق`),
  withdrew: phrases(`انسحبت, انسحب`),
  declined: phrases(`رفضت, رفض`),
  outside: phrases(`لم توقع, خارج, لم تنضم, لم توقّع`),
  not: phrases(`لم, لا, ليس, ليست, غير`),
  all: phrases(`كل, جميع`),
  and: phrases(`و`),
  or: phrases(`أو`),
  'in-force': phrases(`حيز التنفيذ, سارية`),
  'accord-noun': phrases(`نداء, اتفاق, اتفاقية, معاهدة, إعلان`),
  before: phrases(`قبل`),
  after: phrases(`بعد`),
  since: phrases(`منذ`),
  filler: phrases(`في, عن, مع, التي, الذي, هذا, هذه, عام, سنة, حتى, الآن, قد, بعد ذلك, هي, هو`),
};
