/**
 * Whole lines that sites put around an article, in lower case, straight apostrophes, without
 * marks at either end. Each pattern has to match a line from end to end, so that a sentence that
 * only contains such words stays.
 */
function lines(...patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})$`, 'u');
}

const networks =
  'facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|telegram|e-?mail|tumblr|mastodon|bluesky|threads|messenger|instagram|youtube|rss|flipboard|pocket|print|copy link';
const pieces = '(?:articles?|posts?|stories|story|news|content|reading|links|coverage|reads?)';

/** A share bar by itself. */
export const shareLine = lines(
  'shares?',
  'shares? (?:this|now)(?: (?:article|post|story|page|entry))?(?: (?:on|via|with|by)\\b.{0,40})?',
  `shares? (?:on|via|to|by|with) (?:${networks}|friends)(?: \\(opens in new window\\))?`,
  `click to (?:share|e-?mail|print)\\b.{0,60}`,
  `(?:e-?mail|print|tweet|pin|like) (?:this|it)(?: (?:article|post|story|page))?`,
  `(?:tweet|retweet|pin it|copy link)(?: \\d+)?`,
  '\\d+ (?:shares|tweets|likes)',
  `(?:share|tweet|${networks})(?:[ |/·,]+(?:share|tweet|${networks})){2,}`,
  'partager(?: (?:sur|par)\\b.{0,30})?',
  '(?:artikel )?teilen|compartir(?: en\\b.{0,20})?|condividi',
);

/** A network's name alone: furniture only beside a share bar, for it may be an item of a list. */
export const networkLine = lines(networks);

/** Furniture wherever it stands. */
export const furnitureLine = lines(
  'no (?:posts|articles|results) to display',
  '(?:advertisements?|advertising|sponsored(?: content| links?)?|story continues below|continue reading below)',
  'article continues (?:below|after)(?: (?:the |this )?advertisement)?',
  'publicité|anzeige|werbung|publicidad',
  '(?:leave|post|add|write) (?:a |your )?(?:comment|reply|response)|cancel reply|join the (?:conversation|discussion)',
  'your email address will not be published.{0,80}|required fields are marked.{0,10}',
  '(?:\\d+|no|view|show|load|see)(?: all)? comments?(?: yet)?(?: \\(?\\d+\\)?)?|comments?(?: \\(?\\d+\\)?)?|comments are closed',
  'be the first to comment|(?:log|sign) in to (?:comment|reply|leave a comment)|you must be logged in to.{0,40}',
  'save my name, email,? and website in this browser.{0,60}',
  'laisser un commentaire|kommentar (?:schreiben|hinterlassen)|deja un comentario',
  '(?:accept|reject|allow|decline)(?: all)?(?: cookies)?|cookie (?:settings|policy|preferences|notice)|manage (?:cookies|preferences|consent|choices)',
  '(?:fbpx )?skip to (?:main |the )?(?:content|navigation)|(?:back|return) to (?:the )?top|(?:toggle|main|primary) (?:navigation|menu)|menu|search',
  'previous (?:article|post|story)(?:: .{3,120})?|next (?:article|post|story)(?:: .{3,120})?',
  '(?:load|show|view|see|read) (?:more|all)|read more(?: »)?|loading|click here to (?:read|subscribe|sign up|register).{0,60}',
  '(?:tags?|tagged(?: with| as)?|filed under|posted in|categories)\\s*:.{1,160}',
  '\\d+ min(?:ute)?s?(?:(?: of)? read(?:ing)?)?|by|(?:estimated )?reading time\\b.{0,25}',
  '(?:photo|image|picture|photograph)s?(?: (?:credit|source|courtesy)s?)?\\s*:.{2,100}|getty images',
  `(?:follow|like|find|join) us on\\b.{0,60}|follow @?\\w+ on (?:${networks})`,
  'listen to this article|send this to a friend|close search window|download (?:the |this )?(?:pdf|article)|print this (?:page|article)',
  '(?:©|\\(c\\)|copyright(?: ©| \\(c\\))?) ?(?:19|20)\\d\\d.{0,160}|copyright (?:©|\\(c\\)).{0,160}|(?:.{2,60} )?all rights reserved|tous droits réservés|alle rechte vorbehalten',
  '\\(?(?:additional )?reporting by [^.;]{3,80}(?:; ?(?:writing|editing|additional reporting) by [^.;]{3,80}){0,3}\\)?',
  'page \\d+ (?:of|/) \\d+',
);

/** Heads of lists of other articles; what follows them up to the next sentence goes with them. */
export const relatedHead = lines(
  `(?:related|recommended|similar|popular|trending|latest|recent|further) ${pieces}`,
  `(?:more|other) (?:related )?${pieces}(?: (?:from|on|by|in)\\b.{0,40})?`,
  `more (?:from|on this)\\b.{0,40}|related`,
  "(?:read|see) (?:also|next)|also read|recommended for you|up next|(?:don't|do not) miss",
  "you (?:may|might)(?: also)? (?:like|enjoy|be interested in)|most (?:read|popular|viewed|shared)|trending(?: now)?|editors?'?s? picks?",
  '(?:à )?lire aussi|articles (?:similaires|liés)|sur le même sujet|lesen sie auch|mehr zum thema|leer también|leggi anche',
);

/** "Read also: another headline" in one line. */
export const relatedLine =
  /^(?:(?:read|see) (?:also|more|next)|also read|related|recommended|more on this|(?:à )?lire aussi|lesen sie auch|leer también|leggi anche)\s*[:|–—>»-]+\s*\S.{2,160}$/u;

/** Pleas and notices, which are sentences; each has to begin the line and to speak for the site. */
export const notice = lines(
  '(?:please )?(?:subscribe|sign up|register|join)(?: now| today| here)?(?: (?:to|for) (?:our|the|my|free|daily|weekly)\\b.{0,60}(?:newsletters?|mailing list|e-?mails?|updates|alerts|briefing|channel|podcast|digest)\\b.{0,100})?',
  '(?:get|receive) (?:our|the|all)\\b.{0,80}(?:inbox|newsletter|e-?mail)\\b.{0,60}',
  'enter your e-?mail(?: address)?\\b.{0,60}|newsletter(?: sign ?up)?|thank you for (?:subscribing|signing up).{0,60}',
  '(?:we(?: and our partners)?|this (?:web ?)?site|our (?:web ?)?site)(?: also)? uses? cookies\\b.{0,300}',
  'by (?:continuing|using|browsing|clicking|closing|accepting)\\b.{0,160}\\byou (?:agree|accept|consent|acknowledge)\\b.{0,200}',
  'ce site utilise des cookies.{0,200}|diese website verwendet cookies.{0,200}',
);
