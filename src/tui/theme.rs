//! The one theme: styles named by role. Meaning never rests on colour alone; without colour the roles are told
//! apart by modifiers and signs.

use ratatui::style::{Color, Modifier, Style};

macro_rules! roles {
    ($($(#[$meta:meta])* $name:ident;)+) => {
        /// What a piece of text is, as far as its style goes.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Role { $($(#[$meta])* $name),+ }

        impl Role {
            /// Every role.
            pub const ALL: &'static [Role] = &[$(Role::$name),+];
        }
    };
}

roles! {
    /// Running text.
    Text;
    /// The name of the program and of the place one is at.
    Title;
    /// A heading.
    Heading;
    /// A heading of lower rank.
    Subheading;
    /// Things of second rank: topics, sources, counts.
    Dim;
    /// The selected item.
    Selected;
    /// The mark before the selected item.
    Marker;
    /// A key in the footer and in help.
    Key;
    /// The view or tab that one is in.
    Active;
    /// A hit of what was typed.
    Hit;
    /// A cell: yes.
    Yes;
    /// A cell: no.
    No;
    /// A cell: unknown.
    Unknown;
    /// An own mark.
    Own;
    /// Side A of a comparison.
    SideA;
    /// Side B of a comparison.
    SideB;
    /// Words that differ.
    Changed;
    /// A notice or a filter in force.
    Notice;
    /// A line between panes.
    Rule;
    /// A pattern of the map, a bar.
    Shade;
}

/// A set of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// The terminal's own colours.
    Terminal,
    /// For dark backgrounds.
    Dark,
    /// For light backgrounds.
    Light,
    /// High contrast.
    Contrast,
    /// No colour at all: modifiers only (NO_COLOR).
    Plain,
    /// A colour per role, by which tests read the roles back from a screen.
    Probe,
}

impl Scheme {
    /// The schemes that a person can choose, in the order in which a key steps through them.
    pub const CHOICES: [Scheme; 4] = [Scheme::Terminal, Scheme::Dark, Scheme::Light, Scheme::Contrast];

    /// The style of a role.
    pub fn style(self, role: Role) -> Style {
        if self == Scheme::Probe {
            return Style::new().fg(Color::Indexed(role as u8 + 16));
        }
        let style = Style::new().add_modifier(modifier(role));
        match self.colour(role) {
            Some(colour) => style.fg(colour),
            None => style,
        }
    }

    /// The role that a style of the probe scheme stands for.
    pub fn probe(style: Style) -> Option<Role> {
        match style.fg {
            Some(Color::Indexed(n)) => Role::ALL.get(usize::from(n).checked_sub(16)?).copied(),
            _ => None,
        }
    }

    fn colour(self, role: Role) -> Option<Color> {
        // A 16-colour name, a dark, a light and a high-contrast colour of each role that has one.
        let (terminal, dark, light, contrast) = match role {
            Role::Heading => (Color::Cyan, 81, 25, 51),
            Role::Subheading => (Color::Cyan, 117, 25, 51),
            Role::Key | Role::Marker => (Color::Yellow, 221, 130, 226),
            Role::Hit | Role::Changed | Role::Notice => (Color::Yellow, 221, 130, 226),
            // Bold is enough with the terminal's own colours: the matrix has hundreds of these, and colour costs bytes.
            Role::Yes => (Color::Reset, 114, 28, 46),
            Role::Own => (Color::Magenta, 176, 90, 201),
            Role::Shade => (Color::Cyan, 74, 25, 51),
            Role::SideA => (Color::Cyan, 81, 25, 51),
            Role::SideB => (Color::Magenta, 176, 90, 201),
            _ => return None,
        };
        match self {
            Scheme::Terminal => Some(terminal),
            Scheme::Dark => Some(Color::Indexed(dark)),
            Scheme::Light => Some(Color::Indexed(light)),
            Scheme::Contrast => Some(Color::Indexed(contrast)),
            Scheme::Plain | Scheme::Probe => None,
        }
    }
}

fn modifier(role: Role) -> Modifier {
    match role {
        Role::Title | Role::Heading | Role::Selected | Role::Marker | Role::Key | Role::Yes | Role::Own => {
            Modifier::BOLD
        }
        Role::Active => Modifier::BOLD.union(Modifier::REVERSED),
        Role::Dim | Role::Rule => Modifier::DIM,
        Role::Hit | Role::Changed => Modifier::UNDERLINED,
        Role::Notice => Modifier::BOLD,
        // No and unknown are told apart by their signs: hundreds of them stand side by side in the matrix, and each
        // change of style between them is sent.
        Role::Text | Role::Subheading | Role::No | Role::Unknown | Role::SideA | Role::SideB | Role::Shade => {
            Modifier::empty()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_colour_no_role_has_a_colour() {
        for &role in Role::ALL {
            let style = Scheme::Plain.style(role);
            assert_eq!((style.fg, style.bg), (None, None), "{role:?}");
        }
    }

    #[test]
    fn the_probe_scheme_gives_every_role_back() {
        for &role in Role::ALL {
            assert_eq!(Scheme::probe(Scheme::Probe.style(role)), Some(role));
        }
    }
}
