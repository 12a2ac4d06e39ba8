import { describe, expect, it } from 'vitest';
import { read } from './small-context.js';
import { told } from './told.js';

const lists = 'list all participates harbour now';
const states = 'list none participates harbour type=state now';
const outside = 'list none participates harbour now';
const count = 'count all participates harbour type=state now';
const counted = 'count all participates harbour now';
const usa = 'when USA all participates harbour now';
const before = 'whether USA all participates harbour 2019-12-31';
const whether = (id: string) => `whether ${id} all signed harbour now`;
const open = 'passages harbour';

describe.each<[string, readonly (readonly [string, string])[]]>([
  [
    'French',
    [
      ["La Chine a-t-elle signé l'Appel du Port ?", whether('CHN')],
      ["Est-ce que le Japon a signé l'Appel du Port ?", whether('JPN')],
      ["Qui a signé l'Appel du Port ?", lists],
      ["Quels pays n'ont pas signé l'Appel du Port ?", states],
      ["Combien d'États soutiennent l'Appel du Port ?", count],
      ["Quand les États-Unis ont-ils rejoint l'Appel du Port ?", usa],
      ["Les États-Unis avaient-ils signé l'Appel du Port en 2019 ?", before],
      [
        "Quels pays ont signé l'Appel du Port en novembre 2019 ?",
        'list all signed harbour type=state 2019-11-01..2019-11-30',
      ],
      ["Pourquoi la Russie n'a-t-elle pas signé l'Appel du Port ?", open],
      ["Quels pays ont critiqué l'Appel du Port ?", open],
      ["Quels pays ont signé l'Appel du Port avant la France ?", open],
    ],
  ],
  [
    'German',
    [
      ['Hat Russland den Hafenaufruf unterzeichnet?', whether('RUS')],
      ['Wer hat den Hafenaufruf unterzeichnet?', lists],
      ['Wer ist aus dem Hafenaufruf ausgetreten?', 'list all withdrew harbour now'],
      ['Welche Länder haben den Hafenaufruf nicht unterzeichnet?', states],
      ['Wie viele Staaten unterstützen den Hafenaufruf?', count],
      ['Wann sind die USA dem Hafenaufruf beigetreten?', usa],
      ['Hatten die USA den Hafenaufruf 2019 unterzeichnet?', before],
      ['Warum hat Russland den Hafenaufruf nicht unterzeichnet?', open],
      ['Welche Länder haben den Hafenaufruf zuerst unterzeichnet?', open],
    ],
  ],
  [
    'Spanish',
    [
      ['¿Ha firmado China el Llamamiento del Puerto?', whether('CHN')],
      ['¿Qué países no han firmado el Llamamiento del Puerto?', outside],
      ['¿Qué países no están en el Llamamiento del Puerto?', outside],
      ['¿Cuántos países apoyan el Llamamiento del Puerto?', counted],
      ['¿Cuándo se unió Estados Unidos al Llamamiento del Puerto?', usa],
      ['¿Había firmado Estados Unidos el Llamamiento del Puerto en 2019?', before],
      ['¿Por qué no firmó Rusia el Llamamiento del Puerto?', open],
    ],
  ],
  [
    'Italian',
    [
      ["La Cina ha firmato l'Appello del Porto?", whether('CHN')],
      ["Quali paesi non hanno firmato l'Appello del Porto?", outside],
      ["Quanti stati sostengono l'Appello del Porto?", count],
      ["Perché la Francia non ha firmato l'Appello del Porto?", open],
    ],
  ],
  [
    'Portuguese',
    [
      ['A China assinou o Apelo do Porto?', whether('CHN')],
      ['Quais países não assinaram o Apelo do Porto?', outside],
      ['Quantos países apoiam o Apelo do Porto?', counted],
      ['Quando os Estados Unidos aderiram ao Apelo do Porto?', usa],
    ],
  ],
  [
    'Russian',
    [
      ['Подписала ли Россия Портовый призыв?', whether('RUS')],
      ['Какие страны не подписали Портовый призыв?', outside],
      ['Сколько стран поддерживают Портовый призыв?', counted],
      ['Когда США подписали Портовый призыв?', 'when USA all signed harbour now'],
      [
        'Какие страны подписали Портовый призыв до 2020 года?',
        'list all signed harbour ..2019-12-31',
      ],
      ['Почему Россия не подписала Портовый призыв?', open],
    ],
  ],
  [
    'Chinese',
    [
      ['中国签署了海港倡议吗？', whether('CHN')],
      ['哪些国家没有签署海港倡议？', outside],
      ['有多少国家支持海港倡议？', count],
      ['美国什么时候加入海港倡议？', usa],
      ['俄罗斯为什么没有签署海港倡议？', open],
    ],
  ],
  [
    'Japanese',
    [
      ['中国は港コールに署名しましたか？', whether('CHN')],
      ['どの国が港コールに署名していませんか？', outside],
      ['アメリカはいつ港コールに参加しましたか？', usa],
      ['なぜロシアは港コールに署名しなかったのですか？', open],
    ],
  ],
  [
    'Arabic',
    [
      ['هل وقعت الصين على نداء الميناء؟', whether('CHN')],
      ['ما الدول التي لم توقع على نداء الميناء؟', outside],
      ['كم عدد الدول التي تدعم نداء الميناء؟', count],
      ['لماذا لم توقع روسيا على نداء الميناء؟', open],
    ],
  ],
])('%s', (_language, rows) => {
  it.each(rows)('%s', (question, reading) => {
    expect(told(read(question))).toBe(reading);
  });
});

describe('languages that are not read', () => {
  it.each([
    'Heeft China de Harbour Call ondertekend?',
    'Har Frankrike skrivit under Harbour Call?',
  ])('go to passages: %s', (question) => {
    expect(read(question).kind).toBe('passages');
  });
});
