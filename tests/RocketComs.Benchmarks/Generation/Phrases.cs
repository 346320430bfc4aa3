namespace RocketComs.Benchmarks.Generation;

/// <summary>What marketing texts are made of. Nothing here holds a comma, a quote, a brace or a public short link: the maker adds what it means to.</summary>
internal static class Phrases
{
    /// <summary>How a text may begin.</summary>
    public static readonly string[] Greetings =
    [
        "Hi Anna", "Hello Marcus", "Hi there", "Good morning", "Dear member", "Hey Priya", "Hi Tom", "Hello from Hart & Sons", "Hi neighbor", "Dear guest",
    ];

    /// <summary>What a text says, in GSM-7 characters of one septet.</summary>
    public static readonly string[] Offers =
    [
        "New product launch this month", "Doors open at nine", "Our spring sale starts today", "Save 20% on all shoes", "Free delivery until Sunday",
        "Your points expire soon", "Bring a friend and both of you save", "Show this text at the till", "The new menu is here", "Book your table now",
        "Only a few seats left", "Your appointment is tomorrow at 10:30", "We saved your cart for you", "Thanks for shopping with us", "Tell us how we did",
        "Members get early access", "Happy hour runs from five to seven", "Your order has shipped", "Pick it up at the counter", "Two for one on coffee",
        "Weekend deals in every store", "The summer collection has arrived", "Last chance to register", "Win a trip for two", "Kids eat free on Tuesdays",
        "Our store on Main Street has moved", "Call us with any questions", "We are open late tonight", "Your code is SAVE15 at checkout", "Half price on winter coats",
        "Refer a friend and earn $10", "The clinic is closed on Monday", "Flu shots are in stock", "Your table is ready", "Renew before the end of the month",
        "Stock up for the holidays", "Buy one get one free", "Prices go up on Friday", "See you at the game", "Tickets go on sale at noon",
        "Enjoy a free dessert on us", "Limited edition while stocks last", "Earn double points this week", "Try our new app today", "It takes just two minutes",
        "Your feedback matters to us", "Next class starts at 6:15", "Parking is free after four", "Rain or shine we are here", "Thank you for being with us",
    ];

    /// <summary>What a text says with characters of the GSM extension table, two septets each.</summary>
    public static readonly string[] ExtendedOffers =
    [
        "Now from €5", "All books under €20", "Save €15 on two pairs", "Gift cards from €25 to €100", "Sunday brunch [kids free]", "Open day [free entry]", "Sizes [38-46] in stock",
    ];

    /// <summary>What a text says with characters that no GSM table has; one makes the whole text UCS-2.</summary>
    public static readonly string[] TypographicOffers =
    [
        "It’s here", "Don’t miss it", "Today only – ends at six", "The “big” sale", "Wait for it…", "Crème brûlée on us", "São Paulo style",
    ];

    /// <summary>What a text may end with that no GSM table has.</summary>
    public static readonly string[] Emoji = [" 🎉", " 🔥", " ❤️", " ✅", " 👋🏽"];

    /// <summary>Where a text may lead to: domains kept for examples (RFC 2606), never a public shortener.</summary>
    public static readonly string[] Addresses =
    [
        " https://www.example.com/spring/", " https://shop.example.com/s?id=", " http://example.org/offers/", " www.example.net/menu/",
    ];

    /// <summary>What may stand in quotes in a text.</summary>
    public static readonly string[] QuotedNames = ["Spring Sale", "Early Bird", "Bring a Friend", "Last Call", "Club Night"];
}
