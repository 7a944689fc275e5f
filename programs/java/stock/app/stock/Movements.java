package stock;

/**
 * Movements as comma-separated lines, carried out one by one.
 *
 * <pre>
 * receive,ITEM-7,50,129
 * issue,ITEM-7,20
 * </pre>
 */
final class Movements {

    /** What was done. */
    record Summary(int received, int issued, long issuedCostCents) {}

    private Movements() {}

    /** A line that cannot be carried out ends the work; what came before it stays done. */
    static Summary carryOut(String text, Warehouse warehouse) {
        int received = 0;
        int issued = 0;
        long costCents = 0;
        int number = 0;
        for (String line : text.split("\n")) {
            number++;
            String[] fields = line.strip().split(",", -1);
            try {
                if (fields[0].equals("receive") && fields.length == 4) {
                    item(warehouse, fields[1])
                            .receive(new Batch(Integer.parseInt(fields[2]), Long.parseLong(fields[3])));
                    received++;
                } else if (fields[0].equals("issue") && fields.length == 3) {
                    costCents = Math.addExact(costCents, item(warehouse, fields[1]).issue(Long.parseLong(fields[2])));
                    issued++;
                } else {
                    throw new IllegalArgumentException("not a movement: '" + line + "'");
                }
            } catch (IllegalArgumentException bad) {
                throw new IllegalArgumentException("line " + number + ": " + bad.getMessage(), bad);
            }
        }
        return new Summary(received, issued, costCents);
    }

    private static Item item(Warehouse warehouse, String code) {
        return warehouse
                .item(code)
                .orElseThrow(() -> new IllegalArgumentException("no such item: '" + code + "'"));
    }
}
