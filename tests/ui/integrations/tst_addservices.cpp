// Every service of the catalogue through the Add Integration dialog, against servers on a real
// socket that speak as the services do.

#include "core/engine/workspace.h"
#include "tests/secrets/memorystore.h"
#include "tests/support/await.h"
#include "tests/support/simulator/providersimulator.h"
#include "tests/support/temporarydatadir.h"
#include "tests/ui/accessibility.h"
#include "tests/ui/integrations/sampledata.h"
#include "tests/ui/placing.h"
#include "ui/desktop/integrations/addintegrationdialog.h"
#include "ui/desktop/integrations/choosestep.h"
#include "ui/desktop/integrations/connectaside.h"
#include "ui/desktop/integrations/connectstep.h"
#include "ui/desktop/integrations/workspacebackend.h"
#include "ui/theme/keywaystyle.h"
#include "ui/widgets/disclosure.h"
#include "ui/widgets/keyfield.h"
#include "ui/widgets/resultline.h"
#include "ui/words/money.h"

#include <QtCore/QPointer>
#include <QtTest/QSignalSpy>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

using namespace keyway;
using namespace Qt::StringLiterals;
using State = KeyChecker::State;

namespace {

const QString strangeModel = u"zz-of-this-account-only"_s;

/// As long and with the start that keys of the service have.
QString keyOf(const Service &service)
{
    const QString start = service.keyPrefixes.value(0);
    const int length = service.keyLength > 0 ? service.keyLength : 48;
    return start + QString(length - start.size() - 4, u'x') + u"Wm3d"_s;
}

QDate today()
{
    return QDateTime::currentDateTimeUtc().date();
}

/// A data folder with its engine, a service on a socket, and the dialog.
struct Stage {
    explicit Stage(const QString &id)
    {
        [&] { QVERIFY(simulator.start().ok()); }();
        engine::WorkspaceOptions options;
        options.dataDir = folder.path();
        options.makeKeychain
            = []() -> std::unique_ptr<SecretStore> { return std::make_unique<MemoryStore>(); };
        auto opened = engine::Workspace::open(options);
        [&] { QVERIFY2(opened.ok(), opened ? "" : qPrintable(opened.error().detail())); }();
        workspace = std::move(opened).value();
        service = *workspace->catalogue().service(id);
        // One of those that speak as OpenAI does plays any other.
        address = simulator.baseUrl(id == "custom"_L1 ? u"vllm"_s : id).toString();
        simulator::Script script;
        for (const Model &model : service.models)
            script.listedModels.prepend(model.id); // in another order than the catalogue's
        script.listedModels.append(strangeModel);
        simulator.setScript(script);
        backend = std::make_unique<WorkspaceBackend>(workspace.get());
        dialog = new AddIntegrationDialog(backend.get(), {}, {}, sample::today(), nullptr);
        dialog->setKeychain({KeychainState::Ready, u"GNOME Keyring"_s, {}});
        dialog->open();
        [&] { QVERIFY(QTest::qWaitForWindowActive(dialog)); }();
    }
    ~Stage()
    {
        delete dialog;
        auto closing = workspace->close();
        const bool closed = await(std::move(closing));
        [&] { QVERIFY(closed); }();
    }

    ConnectStep *step() const { return dialog->connectStep(); }
    KeyEdit *key() const { return step()->key()->edit(); }
    /// A local server takes a key where it was started with one.
    void openAdvanced() const
    {
        if (!step()->advanced()->isExpanded())
            QTest::keyClick(step()->advanced()->button(), Qt::Key_Space);
    }
    /// The service's address, in place of its own one: those of the world are not asked here.
    void connectTo()
    {
        dialog->connectTo(service.id);
        step()->checker()->setDelay(0);
        step()->baseUrl()->setText(address);
    }
    bool said(const QString &words) const
    {
        return step()->result()->isVisible() && step()->result()->spokenText().contains(words);
    }

    ProviderSimulator simulator;
    TemporaryDataDir folder;
    std::unique_ptr<engine::Workspace> workspace;
    std::unique_ptr<WorkspaceBackend> backend;
    Service service;
    QString address;
    QPointer<AddIntegrationDialog> dialog;
};

QStringList itemsOf(const QComboBox *box)
{
    QStringList items;
    for (int i = 0; i < box->count(); ++i)
        items += box->itemText(i);
    return items;
}

/// In the catalogue's order; what a service lists itself is not gone.
QStringList catalogueIds(const Service &service, bool listed)
{
    QStringList ids;
    for (const Model &model : service.models) {
        if (listed || !model.retiredOn(today()))
            ids += model.id;
    }
    return ids;
}

} // namespace

class TestAddServices : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        KeywayStyle::install(*qApp);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        auto loaded = Catalogue::load(u":/catalogue"_s);
        QVERIFY2(loaded.ok(), loaded ? "" : qPrintable(loaded.error().detail()));
        m_catalogue = std::move(loaded).value();
    }

    void everyServiceIsOffered()
    {
        const QStringList wanted{u"openai"_s,     u"anthropic"_s, u"stability"_s, u"gemini"_s,
                                 u"openrouter"_s, u"xai"_s,       u"mistral"_s,   u"deepseek"_s,
                                 u"groq"_s,       u"cohere"_s,    u"azure"_s,     u"ollama"_s,
                                 u"llamacpp"_s,   u"lmstudio"_s,  u"vllm"_s,      u"custom"_s,
                                 u"runway"_s,     u"luma"_s,      u"replicate"_s};
        Stage stage(u"openai"_s);
        ServiceGrid *grid = stage.dialog->chooseStep()->grid();
        QStringList names;
        for (int row = 0; row < grid->count(); ++row)
            names += grid->item(row)->text();
        QStringList expected;
        for (const Service &service : m_catalogue.services())
            expected += service.name;
        QCOMPARE(names, expected);
        for (const QString &id : wanted)
            QVERIFY2(m_catalogue.service(id), qPrintable(id));
        QCOMPARE(m_catalogue.services().size(), wanted.size());
        QCOMPARE(names.first(), u"OpenAI"_s);
        QCOMPARE(names.last(), u"Another service"_s);
    }

    void aGoodKeyIsAdded_data() { eachService(); }
    /// By the keyboard alone; only the address of a service that has one is put in by the test.
    void aGoodKeyIsAdded()
    {
        QFETCH(QString, id);
        Stage stage(id);
        const Service &service = stage.service;
        ServiceGrid *grid = stage.dialog->chooseStep()->grid();
        QTest::keyClicks(QApplication::focusWidget(), service.name);
        if (grid->current() != id) { // words of a model's name found others, too
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
            for (int i = 0; i < grid->count() && grid->current() != id; ++i)
                QTest::keyClick(grid, Qt::Key_Right);
        }
        QCOMPARE(grid->current(), id);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(stage.step());
        ConnectStep *step = stage.step();
        step->checker()->setDelay(0);
        QCOMPARE(step->nameEdit()->text(), service.name);
        const bool keyed = service.needsKey || id == "custom"_L1;
        if (service.baseUrl.isEmpty()) {
            QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(step->baseUrl()));
            QVERIFY(!stage.dialog->nextButton()->isEnabled());
            QTest::keyClicks(step->baseUrl(), stage.address);
            QTest::keyClick(step->baseUrl(), Qt::Key_Tab);
        } else {
            step->baseUrl()->setText(stage.address);
        }
        const QString key = keyOf(service);
        if (keyed) {
            QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(stage.key()));
            QTest::keyClicks(QApplication::focusWidget(), key);
        }
        QTRY_COMPARE(step->checker()->state(), State::Works);
        QVERIFY2(stage.said(keyed ? u"This key works."_s : u"%1 is running."_s.arg(service.name)),
                 qPrintable(step->result()->spokenText()));
        const QStringList listed = step->checker()->result()->models;
        const bool deployed = id == "azure"_L1;
        QStringList expected = catalogueIds(service, false);
        if (!listed.isEmpty() && !deployed) {
            QVERIFY2(listed.contains(strangeModel), qPrintable(listed.join(u' ')));
            expected = catalogueIds(service, true) + QStringList{strangeModel};
        }
        QCOMPARE(itemsOf(step->model()), expected);
        QVERIFY(step->model()->isEnabled());
        // A name of one's own can be entered where the service names none.
        QCOMPARE(step->model()->isEditable(), listed.isEmpty() || deployed);
        if (deployed) {
            QVERIFY(step->model()->currentText().isEmpty());
            step->model()->setFocus();
            QTest::keyClicks(QApplication::focusWidget(), u"my-own-gpt"_s);
        } else {
            const QString first
                = service.defaultModel.isEmpty() ? expected.value(0) : service.defaultModel;
            QCOMPARE(step->model()->currentText(), first);
        }
        const QString model = step->model()->currentText();
        QSignalSpy added(stage.dialog, &AddIntegrationDialog::added);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(!stage.dialog);
        QCOMPARE(added.size(), 1);
        const auto overview = stage.workspace->overview();
        QVERIFY(overview.ok());
        QCOMPARE(overview->integrations.size(), 1);
        const Integration &integration = overview->integrations.first().integration;
        QCOMPARE(integration.service, id);
        QCOMPARE(integration.baseUrl.toString(), stage.address);
        QCOMPARE(integration.model, model);
        QVERIFY(integration.enabled);
        QVERIFY(integration.testedAt);
        QCOMPARE(integration.keyTail, keyed ? u"Wm3d"_s : QString());
        const auto requests = stage.simulator.requests();
        QVERIFY(!requests.isEmpty());
        for (const auto &request : requests) {
            QCOMPARE(QString::fromLatin1(request.key), keyed ? key : QString());
            QVERIFY(!request.target.contains(key.toLatin1()));
        }
    }

    void aBadKeyIsRefused_data() { eachService(); }
    void aBadKeyIsRefused()
    {
        QFETCH(QString, id);
        Stage stage(id);
        const QString key = keyOf(stage.service);
        simulator::Script script = stage.simulator.script();
        script.refusedKeys = {key};
        stage.simulator.setScript(script);
        stage.connectTo();
        if (stage.service.local)
            stage.openAdvanced();
        QTest::keyClicks(stage.key(), key);
        QTRY_VERIFY2(stage.step()->checker()->state() == State::Refused,
                     qPrintable(stage.step()->result()->spokenText()));
        QVERIFY2(stage.said(u"refused this key"_s),
                 qPrintable(stage.step()->result()->spokenText()));
        QVERIFY(stage.said(stage.service.name));
        QVERIFY(!stage.step()->result()->spokenText().contains(key));
        QVERIFY(!stage.dialog->nextButton()->isEnabled());
        QVERIFY(stage.dialog->untestedButton()->isVisible());
        // Another key, and it goes on.
        QTest::keyClick(stage.key(), Qt::Key_Backspace);
        QTRY_COMPARE(stage.step()->checker()->state(), State::Works);
        QVERIFY(stage.dialog->nextButton()->isEnabled());
        QCOMPARE(stage.workspace->overview()->integrations.size(), 0);
    }

    void withoutNetworkItCanBeSaved_data() { eachService(); }
    void withoutNetworkItCanBeSaved()
    {
        QFETCH(QString, id);
        Stage stage(id);
        stage.simulator.stop();
        stage.connectTo();
        if (!stage.service.local)
            QTest::keyClicks(stage.key(), keyOf(stage.service));
        QTRY_COMPARE(stage.step()->checker()->state(), State::Unsure);
        QTRY_VERIFY(stage.step()->result()->isVisible());
        QVERIFY2(stage.said(u"is not running on this computer"_s),
                 qPrintable(stage.step()->result()->spokenText()));
        QVERIFY(stage.dialog->nextButton()->isEnabled());
        QVERIFY(stage.dialog->untestedButton()->isVisible());
        if (stage.step()->model()->currentText().isEmpty())
            stage.step()->model()->setEditText(u"a-model"_s);
        stage.dialog->untestedButton()->setFocus();
        QTest::keyClick(stage.dialog->untestedButton(), Qt::Key_Return);
        QTRY_VERIFY(!stage.dialog);
        const auto overview = stage.workspace->overview();
        QCOMPARE(overview->integrations.size(), 1);
        QVERIFY(!overview->integrations.first().integration.enabled);
        QVERIFY(!overview->integrations.first().integration.testedAt);
    }

    void modelsHaveTheirNamesAndPrices_data() { eachService(); }
    void modelsHaveTheirNamesAndPrices()
    {
        QFETCH(QString, id);
        Stage stage(id);
        stage.connectTo();
        if (!stage.service.local)
            QTest::keyClicks(stage.key(), keyOf(stage.service));
        ConnectStep *step = stage.step();
        QTRY_COMPARE(step->checker()->state(), State::Works);
        const bool listed = !step->checker()->result()->models.isEmpty() && id != "azure"_L1;
        for (const Model &model : stage.service.models) {
            if (model.retiredOn(today()) && !listed)
                continue;
            const int row = step->model()->findText(model.id);
            QVERIFY2(row >= 0, qPrintable(model.id));
            step->model()->setCurrentIndex(row);
            const DatedPrice *price = model.priceAt(today());
            const QString hint = step->model()->itemData(row, Qt::ToolTipRole).toString();
            QVERIFY2(hint.startsWith(model.name.isEmpty() ? model.id : model.name),
                     qPrintable(hint));
            QMap<QString, QString> shown;
            for (const words::PriceLine &line : step->aside()->prices())
                shown.insert(line.what, line.price);
            if (!price) {
                QVERIFY2(shown.isEmpty(), qPrintable(model.id));
                QVERIFY(step->aside()->priceNote().contains(u"does not know the price"_s)
                        || stage.service.local);
                QVERIFY(hint.endsWith(u"price unknown"_s));
                continue;
            }
            QVERIFY2(!shown.isEmpty(), qPrintable(model.id));
            const UnitPrices prices = price->pricesFor(0);
            const auto expect = [&](Counter counter, const QString &what) {
                if (prices.contains(counter) && price->variants.isEmpty())
                    QCOMPARE(shown.value(what), words::pricePerMillion(prices.value(counter)));
            };
            expect(Counter::InUncached, u"1M tokens in"_s);
            expect(Counter::OutText, u"1M tokens out"_s);
            expect(Counter::OutImage, u"1M tokens of images out"_s);
            if (prices.contains(Counter::Images) && price->variants.isEmpty())
                QCOMPARE(shown.value(u"An image"_s),
                         words::priceEach(prices.value(Counter::Images)));
            QVERIFY(step->aside()->priceNote().startsWith(model.name.isEmpty() ? model.id
                                                                               : model.name));
            QStringList labels;
            for (const QLabel *label : step->aside()->findChildren<QLabel *>()) {
                if (label->isVisible())
                    labels += label->text();
            }
            for (auto it = shown.cbegin(); it != shown.cend(); ++it)
                QVERIFY2(labels.contains(it.key()), qPrintable(it.key()));
        }
        // A short list of prices gives its room to a long note.
        step->model()->setCurrentIndex(step->model()->findText(strangeModel));
        QTRY_COMPARE(clipped(step->aside()).join(u'\n'), QString());
    }

    void pricesAreThoseOfTheCatalogue()
    {
        // A few that are known by heart, so that the table above cannot agree with itself alone.
        const struct {
            QString service, model, what, price;
        } known[] = {
            {u"openai"_s, u"gpt-4.1"_s, u"1M tokens in"_s, u"$2.00"_s},
            {u"openai"_s, u"gpt-4.1"_s, u"1M tokens out"_s, u"$8.00"_s},
            {u"cohere"_s, u"command-a-03-2025"_s, u"1M tokens in"_s, u"$2.50"_s},
            {u"cohere"_s, u"command-a-03-2025"_s, u"1M tokens out"_s, u"$10.00"_s},
            {u"stability"_s, u"core"_s, u"An image"_s, u"$0.03"_s},
        };
        for (const auto &row : known) {
            ConnectAside aside(*m_catalogue.service(row.service));
            aside.setModel(row.model, today());
            QString price;
            for (const words::PriceLine &line : aside.prices()) {
                if (line.what == row.what)
                    price = line.price;
            }
            QCOMPARE(price, row.price);
        }
    }

    void linksLeadToTheService_data() { eachService(); }
    void linksLeadToTheService()
    {
        QFETCH(QString, id);
        Stage stage(id);
        stage.connectTo();
        const Service &service = stage.service;
        ConnectAside *aside = stage.step()->aside();
        QSignalSpy opened(stage.dialog, &AddIntegrationDialog::urlRequested);
        const std::pair<QPushButton *, QUrl> links[] = {
            {aside->keyPageButton(), service.keyPage},
            {aside->pricePageButton(), service.pricePage},
            {aside->billingPageButton(), service.billingPage},
        };
        for (const auto &[button, page] : links) {
            QCOMPARE(button != nullptr, page.isValid() && !page.host().isEmpty());
            QVERIFY2(button || !service.needsKey, "whoever needs a key is told where it is");
            if (!button)
                continue;
            QCOMPARE(page.scheme(), u"https"_s);
            button->setFocus();
            QTest::keyClick(button, Qt::Key_Return);
            QCOMPARE(opened.takeFirst().first().toUrl(), page);
            QVERIFY(stage.dialog); // Enter was for the link alone
        }
        QVERIFY(opened.isEmpty());
    }

    void everyPageIsInOrder_data() { eachService(); }
    void everyPageIsInOrder()
    {
        QFETCH(QString, id);
        Stage stage(id);
        stage.connectTo();
        stage.openAdvanced();
        QTest::keyClicks(stage.key(), u"other"_s);
        const auto asks = [&] {
            const State state = stage.step()->checker()->state();
            return state == State::Waiting || state == State::Asking;
        };
        QTRY_VERIFY(!asks());
        for (const QSize &size : {QSize(860, 640), QSize(640, 480)}) {
            stage.dialog->resize(size);
            QTRY_COMPARE(clipped(stage.dialog).join(u'\n'), QString());
            QCOMPARE(misplaced(stage.dialog).join(u'\n'), QString());
            QCOMPARE(unnamedWidgets(stage.dialog).join(u'\n'), QString());
        }
    }

    void azureTakesWhatThePortalShows()
    {
        Stage stage(u"azure"_s);
        stage.dialog->connectTo(u"azure"_s);
        ConnectStep *step = stage.step();
        step->baseUrl()->setText(
            u"https://my-res.openai.azure.com/openai/deployments/my-gpt/chat/completions"
            u"?api-version=2025-01-01-preview"_s);
        QCOMPARE(step->model()->currentText(), u"my-gpt"_s);
        QCOMPARE(step->wanted().baseUrl, u"https://my-res.openai.azure.com/openai/v1"_s);
        QTest::keyClick(step->baseUrl(), Qt::Key_Tab);
        QTRY_COMPARE(step->baseUrl()->text(), u"https://my-res.openai.azure.com/openai/v1"_s);
        QCOMPARE(step->model()->currentText(), u"my-gpt"_s);
        QCOMPARE(step->model()->accessibleName(), u"Deployment"_s);
        QCOMPARE(step->baseUrl()->accessibleName(), u"Endpoint"_s);
    }

private:
    void eachService()
    {
        QTest::addColumn<QString>("id");
        for (const Service &service : m_catalogue.services())
            QTest::newRow(qPrintable(service.id)) << service.id;
    }

    Catalogue m_catalogue;
};

QTEST_MAIN(TestAddServices)
#include "tst_addservices.moc"
