package qiji.demo.company;

import java.util.ArrayList;
import java.util.List;
import qiji.demo.chance.Resource;

/** A city where the company has a branch; {@code code} is its six digits in registration codes. */
public record Place(String region, String province, String city, String code) {
    private static final List<List<Place>> PROVINCES = read();

    /** {@code cities} places, of few provinces: of as many as have two cities each, as long as there are any left. */
    static List<Place> of(int cities) {
        int provinces = Math.clamp((cities + 1) / 2, 1, PROVINCES.size());
        List<Place> chosen = new ArrayList<>();
        for (int round = 0;
                chosen.size() < cities && round < PROVINCES.getFirst().size();
                round++) {
            for (int province = 0; province < provinces && chosen.size() < cities; province++) {
                chosen.add(PROVINCES.get(province).get(round));
            }
        }
        return List.copyOf(chosen);
    }

    private static List<List<Place>> read() {
        return Resource.lines("places.txt")
                .map(line -> {
                    String[] parts = line.split("\\|", -1);
                    String[] cities = parts[3].split(" ", -1);
                    List<Place> places = new ArrayList<>();
                    for (int i = 0; i < cities.length; i++) {
                        places.add(new Place(parts[0], parts[1], cities[i], "%s%02d00".formatted(parts[2], i + 1)));
                    }
                    return List.copyOf(places);
                })
                .toList();
    }
}
