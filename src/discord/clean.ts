/**
 * Text from outside for places where Discord formats nothing: labels, footers, file names, and, of
 * several lines, what is escaped afterwards.
 */
export { visibleLine as cleanLine, visibleText as cleanText } from '../domain/visible-text.js';
