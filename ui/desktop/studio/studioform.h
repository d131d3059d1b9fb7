#pragma once

#include "ui/desktop/studio/studioprice.h"
#include "ui/desktop/studio/studiovalues.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace keyway {

class InputRows;
class OptionRows;
class PricePanel;
class PromptField;
class ScrollPage;
class SegmentedControl;
class StrategyBox;
class TextLabel;

/// What is to be made: kind, prompt, who makes it and how, and the price before. The fields are
/// those of the model that is chosen, or that would be asked first.
class StudioForm : public QWidget {
    Q_OBJECT
public:
    explicit StudioForm(QWidget *parent = nullptr);

    void setServices(const ServicesValue &services, const QDate &today);
    /// Who would be asked first where the user chose nobody.
    void setRouted(const QString &service, const QString &model);
    void setPrice(const PriceBefore &price);
    /// Prompts of before, newest first.
    void setHistory(const QStringList &prompts) { m_history = prompts; }
    /// Another filled button is shown: this one is only outlined.
    void setPrimaryFilled(bool filled);

    StudioDraft draft() const;
    void setDraft(const StudioDraft &draft);
    void addFile(const AttachedFile &file);
    /// Chooses a model that takes a picture to start from, where the shown one takes none; false
    /// where there is none.
    bool chooseTaker();
    /// The one whose fields are shown; null where nobody makes this.
    const Model *model() const;
    RequestType type() const;
    bool canGenerate() const;

    PromptField *prompt() const { return m_prompt; }
    QPlainTextEdit *avoid() const { return m_avoid; }
    SegmentedControl *kind() const { return m_kind; }
    QComboBox *strategyBox() const;
    QComboBox *serviceBox() const { return m_service; }
    OptionRows *options() const { return m_options; }
    InputRows *inputs() const { return m_inputs; }
    PricePanel *price() const { return m_price; }
    QPushButton *generate() const { return m_generate; }
    QPushButton *avoidButton() const { return m_avoidButton; }
    QPushButton *historyButton() const { return m_historyButton; }

Q_SIGNALS:
    void changed();
    void generateRequested();
    void fileWanted(const QString &kind);
    void thingsPasted(const keyway::DroppedThings &things);
    void addIntegrationRequested();

private:
    QWidget *makeFields();
    void fillServices();
    void choose(const std::optional<Id> &integration, const QString &model);
    void adapt();
    void adaptCounter();
    void orderStops();
    void showAvoid(bool shown);
    void showHistory();
    std::optional<Id> integration() const;
    QString chosenModel() const;

    ServicesValue m_services;
    QDate m_today;
    QString m_routedService, m_routedModel;
    PriceBefore m_priceBefore;
    QStringList m_history, m_offered;
    QList<QPointer<QWidget>> m_stops; ///< as they are in order
    bool m_anyMaker = false;
    bool m_primaryFilled = true;
    bool m_setting = false;

    SegmentedControl *m_kind;
    QPushButton *m_historyButton;
    ScrollPage *m_scroll;
    PromptField *m_prompt;
    TextLabel *m_counter;
    QPushButton *m_avoidButton;
    QPlainTextEdit *m_avoid;
    StrategyBox *m_strategy;
    QComboBox *m_service;
    OptionRows *m_options;
    InputRows *m_inputs;
    PricePanel *m_price;
    QPushButton *m_add, *m_generate;
};

} // namespace keyway
