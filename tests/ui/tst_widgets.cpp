#include "tests/ui/accessibility.h"
#include "ui/theme/buttonkind.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/cardframe.h"
#include "ui/widgets/dialog.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/meters.h"
#include "ui/widgets/reflowlayout.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/spinner.h"
#include "ui/widgets/switch.h"
#include "ui/widgets/tiles.h"
#include "ui/widgets/undomessage.h"

#include <QtGui/QPainter>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QToolButton>
#include <QtWidgets/QVBoxLayout>

#include <memory>

using namespace keyway;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void reflow_data();
    void reflow();
    void reflowKeepsOrder();
    void hiddenCardsLeaveNoGap();
    void undoIsOffered();
    void undoRunsOut();
    void undoWaitsWhileFocused();
    void secondOfferCarriesOutTheFirst();
    void undoForgetsAGoneContext();
    void closingCarriesOut();
    void searchCollapses();
    void searchEscape();
    void segmentsMoveWithArrows();
    void switchByKeyboard();
    void disclosureHidesItsContent();
    void dialogDims();
    void spinnerWaits();
    void elidedTextIsInTheTooltip();
    void spokenNames();
    void bannerNamesItself();
    void everythingHasAName();
    void rightToLeftMirrors();
    void paintCard();

private:
    QWidget &host() { return *m_host; }
    std::unique_ptr<QWidget> m_host;
};

void TestWidgets::init()
{
    m_host = std::make_unique<QWidget>();
    m_host->resize(900, 600);
    m_host->show();
    m_host->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_host.get()));
}

void TestWidgets::cleanup()
{
    m_host.reset();
}

void TestWidgets::reflow_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<int>("columns");
    QTest::newRow("wide") << 1020 << 2;
    QTest::newRow("never a third") << 2400 << 2;
    QTest::newRow("just enough") << 760 << 2;
    QTest::newRow("one pixel less") << 759 << 1;
    QTest::newRow("tiny") << 200 << 1;
}

void TestWidgets::reflow()
{
    QFETCH(int, width);
    QFETCH(int, columns);
    QWidget cards;
    auto *layout = new ReflowLayout(372, 2, 16, 12, &cards);
    for (int i = 0; i < 3; ++i) {
        auto *card = new QWidget;
        card->setMinimumHeight(100);
        layout->addWidget(card);
    }
    QCOMPARE(layout->columnsFor(width), columns);
    QCOMPARE(layout->heightForWidth(width), columns == 2 ? 212 : 324);
    cards.resize(width, 400);
    layout->activate();
    layout->setGeometry(cards.rect());
    const QRect first = layout->itemAt(0)->geometry(), second = layout->itemAt(1)->geometry();
    if (columns == 2) {
        QCOMPARE(second.top(), first.top());
        QCOMPARE(second.left() - first.right() - 1, 16);
        QCOMPARE(second.right(), width - 1);
    } else {
        QCOMPARE(second.top() - first.bottom() - 1, 12);
        QCOMPARE(first.width(), width);
    }
}

void TestWidgets::reflowKeepsOrder()
{
    auto *layout = new ReflowLayout(100, 2, 0, 0, m_host.get());
    QList<QWidget *> made;
    for (int i = 0; i < 3; ++i) {
        made += new QWidget;
    }
    layout->addWidget(made[0]);
    layout->addWidget(made[2]);
    layout->insertWidget(1, made[1]);
    const auto order = [&] {
        QList<QWidget *> now;
        for (int i = 0; i < layout->count(); ++i) {
            now += layout->itemAt(i)->widget();
        }
        return now;
    };
    QCOMPARE(order(), made);
    layout->moveItem(0, 2);
    QCOMPARE(order(), (QList<QWidget *>{made[1], made[2], made[0]}));
    layout->moveItem(5, 0);
    QCOMPARE(order().size(), 3);
    delete made[2];
    QCOMPARE(order(), (QList<QWidget *>{made[1], made[0]}));
}

void TestWidgets::hiddenCardsLeaveNoGap()
{
    auto *layout = new ReflowLayout(100, 1, 0, 10, m_host.get());
    for (int i = 0; i < 3; ++i) {
        auto *card = new QWidget;
        card->setMinimumHeight(50);
        layout->addWidget(card);
        card->show();
    }
    QCOMPARE(layout->heightForWidth(300), 170);
    layout->itemAt(1)->widget()->hide();
    QCOMPARE(layout->heightForWidth(300), 110);
}

void TestWidgets::undoIsOffered()
{
    UndoMessage message(m_host.get());
    int undone = 0, carried = 0;
    message.offer(
        u"OpenAI (GPT-4) is disabled."_s, this, [&] { ++undone; }, [&] { ++carried; });
    QVERIFY(message.isVisible());
    QCOMPARE(message.geometry().center().x(), host().rect().center().x());
    host().resize(700, 500);
    QCOMPARE(message.geometry().center().x(), host().rect().center().x());
    QVERIFY(message.geometry().bottom() < host().height());
    QTest::mouseClick(message.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(undone, 1);
    QVERIFY(!message.isVisible());
    message.undo();
    message.carryOut();
    QCOMPARE(undone, 1);
    QCOMPARE(carried, 0);
}

void TestWidgets::undoRunsOut()
{
    UndoMessage message(m_host.get());
    message.setDuration(30ms);
    int undone = 0, carried = 0;
    message.offer(
        u"Gone."_s, this, [&] { ++undone; }, [&] { ++carried; });
    QTRY_COMPARE(carried, 1);
    QCOMPARE(undone, 0);
    QVERIFY(!message.isOffering());
}

void TestWidgets::undoWaitsWhileFocused()
{
    UndoMessage message(m_host.get());
    auto *other = new QLineEdit(m_host.get());
    other->show();
    message.setDuration(60ms);
    int carried = 0;
    message.offer(
        u"Gone."_s, this, [] {}, [&] { ++carried; });
    message.findChild<QPushButton *>()->setFocus(Qt::TabFocusReason);
    QTest::qWait(150);
    QCOMPARE(carried, 0);
    QVERIFY(message.isVisible());
    other->setFocus(Qt::TabFocusReason);
    QTRY_COMPARE(carried, 1);
}

void TestWidgets::secondOfferCarriesOutTheFirst()
{
    UndoMessage message(m_host.get());
    QStringList done;
    message.offer(
        u"One."_s, this, [&] { done += u"undo 1"_s; }, [&] { done += u"carry out 1"_s; });
    message.offer(
        u"Two."_s, this, [&] { done += u"undo 2"_s; }, [&] { done += u"carry out 2"_s; });
    QCOMPARE(done, QStringList{u"carry out 1"_s});
    QCOMPARE(message.text(), u"Two."_s);
    message.undo();
    QCOMPARE(done, (QStringList{u"carry out 1"_s, u"undo 2"_s}));
}

void TestWidgets::undoForgetsAGoneContext()
{
    UndoMessage message(m_host.get());
    int called = 0;
    {
        QObject context;
        message.offer(
            u"One."_s, &context, [&] { ++called; }, [&] { ++called; });
    }
    message.undo();
    QCOMPARE(called, 0);
    QVERIFY(!message.isVisible());
}

void TestWidgets::closingCarriesOut()
{
    int carried = 0;
    {
        UndoMessage message(m_host.get());
        message.offer(
            u"One."_s, this, [] {}, [&] { ++carried; });
    }
    QCOMPARE(carried, 1);
}

void TestWidgets::searchCollapses()
{
    auto *search = new SearchField(u"Find a service"_s, m_host.get());
    auto *other = new QLineEdit(m_host.get());
    search->show();
    other->show();
    QVERIFY(search->isCollapsed());
    host().resize(1100, 600);
    QVERIFY(!search->isCollapsed());
    host().resize(900, 600);
    QVERIFY(search->isCollapsed());
    search->activate();
    QVERIFY(!search->isCollapsed());
    QTRY_VERIFY(search->edit()->hasFocus());
    QTest::keyClicks(search->edit(), u"gro"_s);
    other->setFocus();
    QVERIFY(!search->isCollapsed());
    search->setText({});
    QVERIFY(search->isCollapsed());
    search->setCollapsible(false);
    QVERIFY(!search->isCollapsed());
}

void TestWidgets::searchEscape()
{
    auto *search = new SearchField(u"Find a service"_s, m_host.get());
    search->show();
    QSignalSpy changed(search, &SearchField::textChanged);
    search->activate();
    QTest::keyClicks(search->edit(), u"gr"_s);
    QTest::keyClick(search->edit(), Qt::Key_Escape);
    QCOMPARE(search->text(), QString());
    QCOMPARE(changed.count(), 3);
    QVERIFY(!search->isCollapsed());
    QTest::keyClick(search->edit(), Qt::Key_Escape);
    QVERIFY(search->isCollapsed());
}

void TestWidgets::segmentsMoveWithArrows()
{
    auto *segments = new SegmentedControl(m_host.get());
    for (const auto &text : {u"All"_s, u"Text"_s, u"Image"_s}) {
        segments->addSegment(text);
    }
    segments->show();
    QSignalSpy spy(segments, &SegmentedControl::currentChanged);
    QCOMPARE(segments->current(), 0);
    segments->segment(0)->setFocus();
    QTest::keyClick(segments->segment(0), Qt::Key_Right);
    QCOMPARE(segments->current(), 1);
    QVERIFY(segments->segment(1)->hasFocus());
    QTest::mouseClick(segments->segment(2), Qt::LeftButton);
    QCOMPARE(segments->current(), 2);
    QCOMPARE(spy.count(), 2);
}

void TestWidgets::switchByKeyboard()
{
    auto *toggle = new Switch(m_host.get());
    toggle->show();
    toggle->setFocus();
    QTest::keyClick(toggle, Qt::Key_Space);
    QVERIFY(toggle->isChecked());
    QTest::mouseClick(toggle, Qt::LeftButton);
    QVERIFY(!toggle->isChecked());
    QVERIFY(toggle->height() >= 24 && toggle->width() >= 24);
}

void TestWidgets::disclosureHidesItsContent()
{
    auto *disclosure = new Disclosure(u"Advanced"_s, m_host.get());
    auto *field = new QLineEdit;
    disclosure->setContent(field);
    disclosure->show();
    QVERIFY(!field->isVisible());
    disclosure->button()->setFocus();
    QTest::keyClick(disclosure->button(), Qt::Key_Space);
    QVERIFY(field->isVisible());
    disclosure->setExpanded(false);
    QVERIFY(!field->isVisible());
}

void TestWidgets::dialogDims()
{
    const QColor before = host().grab().toImage().pixelColor(5, 5);
    Dialog dialog(m_host.get());
    auto *ok = dialog.addButton(u"Remove"_s, ButtonKind::Danger);
    dialog.setDefaultButton(dialog.addButton(u"Cancel"_s));
    QVERIFY(!ok->isDefault());
    dialog.open();
    QVERIFY(host().grab().toImage().pixelColor(5, 5).lightness() < before.lightness());
    host().resize(1000, 700);
    QVERIFY(host().grab().toImage().pixelColor(995, 695).lightness() < before.lightness());
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QCOMPARE(dialog.result(), int(QDialog::Rejected));
    QCOMPARE(host().grab().toImage().pixelColor(5, 5), before);
}

void TestWidgets::spinnerWaits()
{
    Spinner spinner;
    const auto painted = [&] {
        QImage image(spinner.size(), QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        spinner.render(&image, {}, {}, QWidget::RenderFlags());
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (qAlpha(image.pixel(x, y)) > 0) {
                    return true;
                }
            }
        }
        return false;
    };
    spinner.start();
    QVERIFY(!painted());
    QTRY_VERIFY_WITH_TIMEOUT(painted(), 2000);
    spinner.stop();
    QVERIFY(!painted());
}

void TestWidgets::elidedTextIsInTheTooltip()
{
    auto *label = new ElidedLabel(u"gpt-4.1 · Text, images, video · key ends 4xQ7"_s,
                                  TextStyle::Small, Token::TextMuted, m_host.get());
    label->show();
    label->resize(60, 20);
    QCOMPARE(label->toolTip(), label->text());
    label->resize(800, 20);
    QVERIFY(label->toolTip().isEmpty());
}

void TestWidgets::spokenNames()
{
    StatusPill pill(Status::OverBudget, u"Over budget"_s);
    const auto name = [](QWidget *widget) {
        return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
    };
    QCOMPARE(name(&pill), u"Status: over budget"_s);
    UsageBar bar;
    bar.setUsed(497, BarTone::Normal);
    auto *interface = QAccessible::queryAccessibleInterface(&bar);
    QCOMPARE(interface->role(), QAccessible::ProgressBar);
    QCOMPARE(interface->valueInterface()->currentValue().toInt(), 50);
    MoneyLabel money;
    money.setAmount(u"$12.43"_s, u"12 dollars 43"_s);
    QCOMPARE(name(&money), u"12 dollars 43"_s);
    CardFrame card;
    card.setAccessibleName(u"OpenAI (GPT-4), integration"_s);
    QCOMPARE(QAccessible::queryAccessibleInterface(&card)->role(), QAccessible::Grouping);
    QVERIFY(!QAccessible::queryAccessibleInterface(&card)->valueInterface());
}

void TestWidgets::bannerNamesItself()
{
    auto *banner = new Banner(Banner::Level::Error, m_host.get());
    banner->setMessage(u"Groq <refused> this key."_s, u"Part of it may be missing."_s);
    banner->setClosable(true);
    banner->show();
    QCOMPARE(QAccessible::queryAccessibleInterface(banner)->text(QAccessible::Name),
             u"Groq <refused> this key. Part of it may be missing."_s);
    QSignalSpy closed(banner, &Banner::closed);
    QTest::mouseClick(banner->findChild<QToolButton *>(), Qt::LeftButton);
    QCOMPARE(closed.count(), 1);
    QVERIFY(!banner->isVisible());
}

void TestWidgets::everythingHasAName()
{
    auto *column = new QVBoxLayout(m_host.get());
    auto *banner = new Banner(Banner::Level::Info);
    banner->setMessage(u"This is a demo."_s, {});
    banner->setClosable(true);
    auto *segments = new SegmentedControl;
    segments->setAccessibleName(u"Kind"_s);
    segments->addSegment(u"All"_s);
    auto *sparkline = new Sparkline(u"openai"_s);
    QWidget *parts[] = {banner,
                        segments,
                        sparkline,
                        new UsageBar,
                        new CountBadge(3),
                        new Tag(u"Added"_s),
                        new StatusPill(Status::Active, u"Active"_s),
                        new SearchField(u"Find a service"_s),
                        new Disclosure(u"Advanced"_s)};
    for (QWidget *part : parts) {
        column->addWidget(part);
    }
    QCoreApplication::processEvents();
    const QStringList unnamed = unnamedWidgets(m_host.get());
    QVERIFY2(unnamed.isEmpty(), qPrintable(unnamed.join(u'\n')));
    // The walker does find what has no name.
    auto *nameless = new QToolButton;
    column->addWidget(nameless);
    nameless->show();
    QCOMPARE(unnamedWidgets(m_host.get()).size(), 1);
}

void TestWidgets::rightToLeftMirrors()
{
    auto *bar = new UsageBar(m_host.get());
    bar->resize(100, 6);
    bar->setUsed(500, BarTone::Normal);
    const QColor fill = themeOf(bar).color(Token::AccentFill);
    QCOMPARE(bar->grab().toImage().pixelColor(10, 3), fill);
    bar->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(bar->grab().toImage().pixelColor(10, 3) != fill);
    QCOMPARE(bar->grab().toImage().pixelColor(90, 3), fill);
}

void TestWidgets::paintCard()
{
    CardFrame card;
    card.resize(500, 170);
    auto *column = new QVBoxLayout(&card);
    column->addWidget(new ProviderTile(u"openai"_s));
    column->addWidget(new ElidedLabel(u"OpenAI (GPT-4)"_s, TextStyle::Heading));
    column->addWidget(new MoneyLabel(u"$12.43"_s, TextStyle::Title));
    column->addWidget(new StatusPill(Status::Active, u"Active"_s));
    auto *bar = new UsageBar;
    bar->setUsed(497, BarTone::Normal);
    column->addWidget(bar);
    auto *sparkline = new Sparkline(u"openai"_s);
    sparkline->setValues({28, 82, 69, 77, 84, 117, 40, 26, 82, 108, 62, 74, 95, 26, 19, 119, 64});
    column->addWidget(sparkline);
    QPixmap picture(card.size());
    card.render(&picture);
    QBENCHMARK
    {
        card.render(&picture);
    }
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    KeywayStyle::install(app)->theme().setMode(Theme::Mode::Light);
    TestWidgets test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_widgets.moc"
