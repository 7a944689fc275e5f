package orders;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import orders.Main.Settings;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void anOptionWinsOverTheEnvironment() {
        assertEquals(new Settings(7, 1), Settings.of(new String[] {"--port", "7"}, Map.of("PORT", "9")));
        assertEquals(new Settings(9, 5), Settings.of(new String[] {"--seed", "5"}, Map.of("PORT", "9")));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThrows(IllegalArgumentException.class, () -> Settings.of(new String[] {"--prot", "7"}, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> Settings.of(new String[] {"--port"}, Map.of()));
        assertThrows(IllegalArgumentException.class, () -> Settings.of(new String[] {"--port", "x"}, Map.of()));
    }
}
