#include "theme.h"

#include "ui/theme/svgicon.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtGui/QPainter>
#include <QtSvg/QSvgRenderer>

namespace keyway {

using namespace Qt::StringLiterals;

namespace {

QByteArray resource(const QString &path)
{
    QFile file(u":/keyway/"_s + path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("Keyway was built without its resource %s", qPrintable(path));
    }
    return file.readAll();
}

QPixmap render(const QByteArray &svg, int size, qreal ratio)
{
    const int pixels = qMax(1, qRound(size * ratio));
    QPixmap pixmap(pixels, pixels);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, size, size));
    return pixmap;
}

bool pointsAlongTheLine(const QString &name)
{
    return name == "chevron-left"_L1 || name == "chevron-right"_L1 || name == "undo"_L1
        || name == "open-external"_L1;
}

} // namespace

Theme::Theme(QObject *parent)
    : QObject(parent)
    , m_pixmaps(600)
{
    loadTokens();
    m_systemDark = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    m_dark = m_systemDark;
}

void Theme::loadTokens()
{
    const QJsonObject root = QJsonDocument::fromJson(resource(u"tokens.json"_s)).object();
    const std::array sets = {root["light"_L1].toObject(), root["dark"_L1].toObject()};
    for (std::size_t set = 0; set < sets.size(); ++set) {
        for (int i = 0; i < TokenCount; ++i) {
            const QLatin1StringView name = tokenName(Token(i));
            const QColor color(sets[set][name].toString());
            if (!color.isValid()) {
                qFatal("tokens.json has no colour %s", name.latin1());
            }
            m_colors[set][std::size_t(i)] = color;
        }
    }
    const QJsonObject services = root["providers"_L1].toObject();
    for (auto it = services.begin(); it != services.end(); ++it) {
        const QJsonObject look = it->toObject();
        m_services.insert(
            it.key(),
            {look["mono"_L1].toString(),
             look["icon"_L1].toString(),
             {QColor(look["light"_L1].toString()), QColor(look["dark"_L1].toString())},
             {QColor(look["lightText"_L1].toString()), QColor(look["darkText"_L1].toString())}});
    }
}

void Theme::setMode(Mode mode)
{
    m_mode = mode;
    decide();
}

void Theme::setSystemDark(bool dark)
{
    m_systemDark = dark;
    decide();
}

void Theme::setReducedMotion(bool reduced)
{
    m_reducedMotion = reduced;
}

void Theme::decide()
{
    const bool dark = m_mode == Mode::System ? m_systemDark : m_mode == Mode::Dark;
    if (dark != m_dark) {
        m_dark = dark;
        m_pixmaps.clear();
        Q_EMIT changed();
    }
}

QPalette Theme::palette() const
{
    QPalette p;
    p.setColor(QPalette::Window, color(Token::BgWindow));
    p.setColor(QPalette::WindowText, color(Token::TextPrimary));
    p.setColor(QPalette::Text, color(Token::TextPrimary));
    p.setColor(QPalette::ButtonText, color(Token::TextPrimary));
    p.setColor(QPalette::BrightText, color(Token::TextOnAccent));
    p.setColor(QPalette::Base, color(Token::BgSurface));
    p.setColor(QPalette::AlternateBase, color(Token::BgSunken));
    p.setColor(QPalette::Button, color(Token::BgSurface));
    p.setColor(QPalette::Highlight, color(Token::AccentFill));
    p.setColor(QPalette::HighlightedText, color(Token::TextOnAccent));
    p.setColor(QPalette::Link, color(Token::AccentText));
    p.setColor(QPalette::LinkVisited, color(Token::AccentText));
    p.setColor(QPalette::PlaceholderText, color(Token::TextMuted));
    p.setColor(QPalette::ToolTipBase, color(Token::BgRaised));
    p.setColor(QPalette::ToolTipText, color(Token::TextPrimary));
    p.setColor(QPalette::Light, color(Token::BgSurface));
    p.setColor(QPalette::Midlight, color(Token::BorderSubtle));
    p.setColor(QPalette::Mid, color(Token::BorderDefault));
    p.setColor(QPalette::Dark, color(Token::BorderStrong));
    p.setColor(QPalette::Shadow, color(Token::BorderStrong));
    for (auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                      QPalette::PlaceholderText, QPalette::HighlightedText}) {
        p.setColor(QPalette::Disabled, role, color(Token::TextDisabled));
    }
    return p;
}

QFont Theme::font(TextStyle style) const
{
    const bool heavy
        = style == TextStyle::Display || style == TextStyle::Title || style == TextStyle::Heading;
    return font(style, heavy ? QFont::DemiBold : QFont::Normal);
}

QFont Theme::font(TextStyle style, QFont::Weight weight) const
{
    static constexpr std::array factors = {2.15, 1.54, 1.15, 1.0, 0.92, 0.85, 0.92};
    const double factor = factors[std::size_t(style)];
    const QFont base = QGuiApplication::font();
    QFont font
        = style == TextStyle::Mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : base;
    if (base.pointSizeF() > 0) {
        font.setPointSizeF(base.pointSizeF() * factor);
    } else {
        font.setPixelSize(qRound(base.pixelSize() * factor));
    }
    font.setWeight(weight);
    return font;
}

ServiceLook Theme::service(const QString &id, const QString &name) const
{
    const std::size_t set = m_dark ? 1 : 0;
    auto it = m_services.constFind(id);
    if (it != m_services.constEnd()) {
        return {it->monogram, it->icon, it->color[set], it->text[set]};
    }
    it = m_services.constFind(u"other"_s);
    ServiceLook look{it->monogram, {}, it->color[set], it->text[set]};
    QString letters;
    for (const QChar c : name) {
        if (c.isLetterOrNumber() && letters.size() < 2) {
            letters += letters.isEmpty() ? c.toUpper() : c.toLower();
        }
    }
    if (!letters.isEmpty()) {
        look.monogram = letters;
    }
    return look;
}

QIcon Theme::icon(const QString &name, Token normal) const
{
    return QIcon(new SvgIcon(this, name, normal));
}

QPixmap Theme::pixmap(const QString &name, const QColor &color, int size, qreal ratio) const
{
    const bool mirror = QGuiApplication::isRightToLeft() && pointsAlongTheLine(name);
    const QString key = u"%1 %2 %3 %4 %5"_s.arg(name, color.name(QColor::HexArgb))
                            .arg(size)
                            .arg(ratio)
                            .arg(int(mirror));
    if (const QPixmap *known = m_pixmaps.object(key)) {
        return *known;
    }
    auto svg = m_svg.constFind(name);
    if (svg == m_svg.constEnd()) {
        svg = m_svg.insert(name, resource(u"icons/%1.svg"_s.arg(name)));
    }
    QByteArray colored = *svg;
    // Replacing the colour beats `currentColor`, which QtSvg paints black without a root attribute.
    colored.replace("#000000", color.name().toLatin1());
    QPixmap pixmap = render(colored, size, ratio);
    if (mirror) {
        pixmap = pixmap.transformed(QTransform::fromScale(-1, 1));
    }
    m_pixmaps.insert(key, new QPixmap(pixmap));
    return pixmap;
}

QPixmap Theme::logo(int size, qreal ratio) const
{
    return pixmap(m_dark ? u"keyway-dark"_s : u"keyway-light"_s, Qt::black, size, ratio);
}

} // namespace keyway
