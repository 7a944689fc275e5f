package stock;

import java.util.List;

/** Answers as comma-separated lines under a heading. */
final class Csv {

    private Csv() {}

    static String levels(List<Warehouse.Level> levels) {
        StringBuilder out = new StringBuilder(64 + 40 * levels.size()).append("item,name,quantity\n");
        for (Warehouse.Level level : levels) {
            out.append(level.code()).append(',');
            quoted(out, level.name());
            out.append(',').append(level.quantity()).append('\n');
        }
        return out.toString();
    }

    static String batches(List<Batch> batches) {
        StringBuilder out = new StringBuilder(64 + 24 * batches.size()).append("quantity,unit_cost,cost\n");
        for (Batch batch : batches) {
            out.append(batch.quantity()).append(',');
            money(out, batch.unitCostCents());
            out.append(',');
            money(out, batch.costCents());
            out.append('\n');
        }
        return out.toString();
    }

    /** Cents as euros with two places. */
    static void money(StringBuilder out, long cents) {
        long rest = cents % 100;
        out.append(cents / 100).append(rest < 10 ? ".0" : ".").append(rest);
    }

    /** Text that would break the line goes between quotation marks. */
    static void quoted(StringBuilder out, String text) {
        if (text.indexOf(',') < 0 && text.indexOf('"') < 0 && text.indexOf('\n') < 0) {
            out.append(text);
            return;
        }
        out.append('"').append(text.replace("\"", "\"\"")).append('"');
    }
}
