#include "ui/theme/keywaystyle.h"
#include "ui/theme/painting.h"
#include "ui/theme/svgicon.h"
#include "ui/theme/theme.h"

#include <QtCore/QDirIterator>
#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QDialog>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <cmath>

using namespace keyway;
using namespace Qt::StringLiterals;

namespace {

// https://www.w3.org/TR/WCAG21/#dfn-contrast-ratio
double luminance(const QColor &color)
{
    const auto linear
        = [](double v) { return v <= 0.04045 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(double(color.redF())) + 0.7152 * linear(double(color.greenF()))
        + 0.0722 * linear(double(color.blueF()));
}

double contrast(const QColor &a, const QColor &b)
{
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

struct Pair {
    Token foreground, background;
    double least;
};

const std::vector<Pair> &pairs()
{
    constexpr double Text = 4.5, Mark = 3.0;
    static const std::vector<Pair> all = {
        {Token::TextPrimary, Token::BgSurface, Text},
        {Token::TextPrimary, Token::BgWindow, Text},
        {Token::TextPrimary, Token::BgSelected, Text},
        {Token::TextPrimary, Token::BgRaised, Text},
        {Token::TextSecondary, Token::BgSurface, Text},
        {Token::TextSecondary, Token::BgWindow, Text},
        {Token::TextSecondary, Token::BgSidebar, Text},
        {Token::TextSecondary, Token::BgSelected, Text},
        {Token::TextSecondary, Token::BgSunken, Text},
        {Token::TextSecondary, Token::BgPressed, Text},
        {Token::TextSecondary, Token::StatusDownBg, Text},
        {Token::TextSecondary, Token::StatusDegradedBg, Text},
        {Token::TextSecondary, Token::StatusActiveBg, Text},
        {Token::TextSecondary, Token::StatusInfoBg, Text},
        {Token::TextMuted, Token::BgSurface, Text},
        {Token::TextMuted, Token::BgWindow, Text},
        {Token::TextMuted, Token::BgSidebar, Text},
        {Token::TextMuted, Token::BgSunken, Text},
        {Token::TextOnAccent, Token::AccentFill, Text},
        {Token::TextOnAccent, Token::AccentHover, Text},
        {Token::TextOnAccent, Token::AccentPressed, Text},
        {Token::TextOnAccent, Token::DangerFill, Text},
        {Token::TextOnAccent, Token::BrandInk, Text},
        {Token::AccentText, Token::BgSurface, Text},
        {Token::AccentText, Token::BgWindow, Text},
        {Token::AccentText, Token::BgSelected, Text},
        {Token::DangerText, Token::BgSurface, Text},
        {Token::BrandBrassText, Token::BgSurface, Text},
        {Token::StatusActiveText, Token::StatusActiveBg, Text},
        {Token::StatusDisabledText, Token::StatusDisabledBg, Text},
        {Token::StatusDegradedText, Token::StatusDegradedBg, Text},
        {Token::StatusDownText, Token::StatusDownBg, Text},
        {Token::StatusOverText, Token::StatusOverBg, Text},
        {Token::StatusInfoText, Token::StatusInfoBg, Text},
        {Token::StatusActiveText, Token::BgSurface, Text},
        {Token::StatusDegradedText, Token::BgSurface, Text},
        {Token::StatusDegradedText, Token::BgSelected, Text},
        {Token::StatusDegradedText, Token::BgSidebar, Text},
        {Token::StatusDownText, Token::BgSurface, Text},
        {Token::StatusActiveMark, Token::BgSurface, Mark},
        {Token::StatusDisabledMark, Token::BgSurface, Mark},
        {Token::StatusDegradedMark, Token::BgSurface, Mark},
        {Token::StatusDownMark, Token::BgSurface, Mark},
        {Token::StatusOverMark, Token::BgSurface, Mark},
        {Token::BorderStrong, Token::BgSurface, Mark},
        {Token::BorderStrong, Token::BgWindow, Mark},
        {Token::FocusRing, Token::BgSurface, Mark},
        {Token::FocusRing, Token::BgWindow, Mark},
        {Token::FocusRing, Token::BgSidebar, Mark},
        {Token::AccentFill, Token::BgSurface, Mark},
    };
    return all;
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void contrast_data();
    void contrast();
    void tilesAreReadable_data();
    void tilesAreReadable();
    void anotherServiceHasAnIcon();
    void unknownServiceHasLetters();
    void changesOnce();
    void paletteFollows();
    void iconsFollow();
    void everyIconRenders();
    void digitsHaveOneWidth();
    void buttonLeavesRoomForTheRing();
    void enterPressesTheFocusedButton();
    void enterInAFieldPressesTheDefault();
    void checkBoxesStandInLineWithFields();
    void noStyleSheets();
};

void TestTheme::contrast_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < pairs().size(); ++i) {
        for (const bool dark : {false, true}) {
            QTest::addRow("%s: %s on %s", dark ? "dark" : "light",
                          tokenName(pairs()[i].foreground).data(),
                          tokenName(pairs()[i].background).data())
                << dark << int(i);
        }
    }
}

void TestTheme::contrast()
{
    QFETCH(bool, dark);
    QFETCH(int, index);
    Theme theme;
    theme.setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
    const Pair pair = pairs()[std::size_t(index)];
    const double ratio = ::contrast(theme.color(pair.foreground), theme.color(pair.background));
    QVERIFY2(ratio >= pair.least, qPrintable(QString::number(ratio)));
}

void TestTheme::tilesAreReadable_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"openai", "anthropic", "stability", "gemini", "mistral", "openrouter",
                           "deepseek", "groq", "xai", "ollama", "other"}) {
        QTest::newRow(id) << QString::fromLatin1(id);
    }
}

void TestTheme::tilesAreReadable()
{
    QFETCH(QString, id);
    Theme theme;
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        const ServiceLook look = theme.service(id);
        QCOMPARE(look.monogram.size(), 2);
        QVERIFY(::contrast(look.text, look.color) >= 4.5);
        QVERIFY(::contrast(look.color, theme.color(Token::BgSurface)) >= 3.0);
    }
}

void TestTheme::anotherServiceHasAnIcon()
{
    Theme theme;
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        const ServiceLook look = theme.service(u"custom"_s, u"Another service"_s);
        QVERIFY(!theme.pixmap(look.icon, look.text, 16, 1).isNull());
        QVERIFY(::contrast(look.text, look.color) >= 4.5);
    }
    QVERIFY(theme.service(u"anthropic"_s).icon.isEmpty());
}

void TestTheme::unknownServiceHasLetters()
{
    Theme theme;
    QCOMPARE(theme.service(u"my-box"_s, u"llama.cpp at home"_s).monogram, u"Ll"_s);
    QCOMPARE(theme.service(u"my-box"_s, u"..."_s).monogram, theme.service(u"other"_s).monogram);
}

void TestTheme::changesOnce()
{
    Theme theme;
    theme.setMode(Theme::Mode::Light);
    QSignalSpy spy(&theme, &Theme::changed);
    theme.setMode(Theme::Mode::Dark);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(spy.count(), 1);
    theme.setSystemDark(false);
    QCOMPARE(spy.count(), 1);
    theme.setMode(Theme::Mode::System);
    QVERIFY(!theme.isDark());
    theme.setSystemDark(true);
    QVERIFY(theme.isDark());
    QCOMPARE(spy.count(), 3);
}

void TestTheme::paletteFollows()
{
    QWidget widget;
    widget.show();
    Theme &theme = themeOf(&widget);
    theme.setMode(Theme::Mode::Light);
    QCOMPARE(widget.palette().color(QPalette::Window), theme.color(Token::BgWindow));
    bool newPaletteAtSignal = false;
    connect(&theme, &Theme::changed, &widget, [&] {
        newPaletteAtSignal
            = QApplication::palette().color(QPalette::Base) == theme.color(Token::BgSurface);
    });
    theme.setMode(Theme::Mode::Dark);
    QVERIFY(newPaletteAtSignal);
    QCoreApplication::processEvents();
    QCOMPARE(widget.palette().color(QPalette::Window), theme.color(Token::BgWindow));
    theme.setMode(Theme::Mode::Light);
}

void TestTheme::iconsFollow()
{
    Theme theme;
    const QIcon icon = theme.icon(u"stop"_s, Token::TextPrimary);
    const auto uses = [&](Token token, QIcon::Mode mode) {
        const QImage image = icon.pixmap(QSize(40, 40), 1.0, mode).toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y) == theme.color(token)) {
                    return true;
                }
            }
        }
        return false;
    };
    for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
        theme.setMode(mode);
        QVERIFY(uses(Token::TextPrimary, QIcon::Normal));
        QVERIFY(uses(Token::TextDisabled, QIcon::Disabled));
        QVERIFY(!uses(Token::TextPrimary, QIcon::Disabled));
    }
    QCOMPARE(icon.pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
}

void TestTheme::everyIconRenders()
{
    Theme theme;
    QDirIterator icons(u":/keyway/icons"_s);
    int count = 0;
    while (icons.hasNext()) {
        const QString name = QFileInfo(icons.next()).completeBaseName();
        const QImage image = theme.pixmap(name, Qt::red, 20, 1.0).toImage();
        bool painted = false;
        for (int y = 0; y < 20 && !painted; ++y) {
            for (int x = 0; x < 20 && !painted; ++x) {
                painted = qAlpha(image.pixel(x, y)) > 0;
            }
        }
        QVERIFY2(painted, qPrintable(name));
        ++count;
    }
    QVERIFY(count >= 79);
}

void TestTheme::digitsHaveOneWidth()
{
    const QFont font = QApplication::font();
    QCOMPARE(paint::tabularWidth(font, u"$11.11"_s), paint::tabularWidth(font, u"$80.64"_s));
}

void TestTheme::buttonLeavesRoomForTheRing()
{
    QWidget window;
    auto *button = new QPushButton(u"Configure"_s, &window);
    window.show();
    button->adjustSize();
    // Layouts place the visible 30 px, the widget is 3 px larger on each side.
    QCOMPARE(button->sizeHint().height(), qMax(30, button->fontMetrics().height() + 12) + 6);
    QStyleOptionButton option;
    option.rect = button->rect();
    const QRect layoutItem
        = button->style()->subElementRect(QStyle::SE_PushButtonLayoutItem, &option, button);
    QCOMPARE(layoutItem, button->rect().adjusted(3, 3, -3, -3));
}

void TestTheme::enterPressesTheFocusedButton()
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *push = new QPushButton(u"Configure"_s, &window);
    auto *tool = new QToolButton(&window);
    column->addWidget(push);
    column->addWidget(tool);
    window.show();
    for (QAbstractButton *button :
         {static_cast<QAbstractButton *>(push), static_cast<QAbstractButton *>(tool)}) {
        QSignalSpy clicks(button, &QAbstractButton::clicked);
        QTest::keyClick(button, Qt::Key_Return);
        QCOMPARE(clicks.size(), 1);
        QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
        QCOMPARE(clicks.size(), 2);
        QTest::keyClick(button, Qt::Key_Return, Qt::AltModifier); // Configure of a card
        QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
        QApplication::sendEvent(button, &held);
        QCOMPARE(clicks.size(), 2);
    }
}

void TestTheme::enterInAFieldPressesTheDefault()
{
    QDialog dialog;
    auto *column = new QVBoxLayout(&dialog);
    auto *field = new QLineEdit(&dialog);
    auto *check = new QCheckBox(u"Use in automatic routing"_s, &dialog);
    auto *save = new QPushButton(u"Save"_s, &dialog);
    auto *cancel = new QPushButton(u"Cancel"_s, &dialog);
    for (QWidget *widget : QWidgetList{field, check, save, cancel})
        column->addWidget(widget);
    cancel->setAutoDefault(false);
    save->setDefault(true);
    dialog.show();
    QSignalSpy saves(save, &QAbstractButton::clicked);
    QSignalSpy cancels(cancel, &QAbstractButton::clicked);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(saves.size(), 1);
    QTest::keyClick(check, Qt::Key_Return);
    QCOMPARE(saves.size(), 2);
    QVERIFY(!check->isChecked());
    // The default button does not take it from another that has the focus.
    QTest::keyClick(cancel, Qt::Key_Return);
    QCOMPARE(cancels.size(), 1);
    QCOMPARE(saves.size(), 2);
    QTest::keyClick(save, Qt::Key_Return);
    QCOMPARE(saves.size(), 3);
}

void TestTheme::checkBoxesStandInLineWithFields()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QWidget window;
        window.setLayoutDirection(direction);
        auto *column = new QVBoxLayout(&window);
        auto *field = new QLineEdit(&window);
        auto *check = new QCheckBox(u"Use in automatic routing"_s, &window);
        auto *radio = new QRadioButton(u"One of them"_s, &window);
        for (QWidget *widget : QWidgetList{field, check, radio})
            column->addWidget(widget);
        window.resize(300, 140);
        window.show();
        check->setChecked(true);
        radio->setChecked(true);
        // The outermost column in which a widget is painted, in the window.
        const auto edge = [&](QWidget *widget) {
            QImage picture(widget->size(), QImage::Format_ARGB32);
            picture.fill(Qt::transparent);
            widget->render(&picture, {}, {}, {});
            const bool left = direction == Qt::LeftToRight;
            for (int i = 0; i < picture.width(); ++i) {
                const int x = left ? i : picture.width() - 1 - i;
                for (int y = 0; y < picture.height(); ++y) {
                    if (qAlpha(picture.pixel(x, y)) > 100)
                        return widget->mapTo(&window, QPoint(x, 0)).x();
                }
            }
            return -1;
        };
        QCOMPARE(edge(check), edge(field));
        QCOMPARE(edge(radio), edge(field));
    }
}

void TestTheme::noStyleSheets()
{
    QVERIFY(qApp->styleSheet().isEmpty());
    const QString root = qEnvironmentVariable("KEYWAY_SOURCE_DIR");
    QVERIFY(QDir(root).exists());
    int read = 0;
    for (const char *folder : {"/ui", "/app"}) {
        QDirIterator files(root + QLatin1String(folder), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            ++read;
            QVERIFY2(!file.readAll().contains("setStyleSheet"), qPrintable(file.fileName()));
        }
    }
    QVERIFY(read > 10);
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    KeywayStyle::install(app);
    TestTheme test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_theme.moc"
