/** Which events were taken up already: Discord may deliver one twice, several bots may see it. */
export interface Deliveries {
  /** True for the first caller only. Ids are kept for at least an hour. */
  claim(id: string): Promise<boolean>;
}
