#pragma once

#include "ui/desktop/settings/routingbackend.h"
#include "ui/desktop/settings/sectionpage.h"
#include "ui/words/message.h"

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace keyway {

class Banner;
class SettingGroup;
class SettingRow;
class StrategyCards;
class Switch;

/// Settings > Routing: by what services are chosen, who may be asked, what a prompt may cost. What
/// the user changes is told at once.
class RoutingPage : public SectionPage {
    Q_OBJECT
public:
    explicit RoutingPage(QWidget *parent = nullptr);

    void setValue(const RoutingValue &value);
    /// What could not be read or kept; an empty one takes it away.
    void setProblem(const words::Message &problem);

    QWidget *firstFocus() const override;
    StrategyCards *strategies() const { return m_strategies; }
    SettingGroup *services() const { return m_services; }
    SettingGroup *others() const { return m_others; }
    Switch *priceSwitch() const { return m_priceOn; }
    QLineEdit *price() const { return m_price; }
    Switch *localOnly() const { return m_local; }
    QSpinBox *pause() const { return m_pause; }
    QPushButton *resetButton() const { return m_reset; }
    SettingRow *votes() const { return m_votes; }
    QPushButton *forgetButton() const { return m_forget; }

Q_SIGNALS:
    void settingsChosen(const keyway::engine::RoutingSettings &settings);
    void resetRequested();
    /// All comparisons of answers.
    void forgetRequested();

private:
    QWidget *makeContent();
    void makeRules();
    SettingGroup *makeVotes();
    void showVotes();
    QString scoreByOthers(const RoutingValue::Service &service) const;
    void fillServices();
    void fillOthers();
    void addService(const RoutingValue::Service &service);
    void addOther(const QString &name, const QString &explanation,
                  const std::function<void(engine::RoutingSettings &)> &takeBack);
    void setWish(const QString &name, int wish);
    void choosePrice();
    /// Changes what is set and tells it.
    void change(const std::function<void(engine::RoutingSettings &)> &how);

    RoutingValue m_value;
    bool m_showing = false; ///< values are being shown: nobody chose them
    Banner *m_banner;
    QPushButton *m_reset;
    StrategyCards *m_strategies;
    SettingGroup *m_services, *m_others, *m_rules, *m_failing;
    SettingRow *m_nobody, *m_priceRow, *m_votes;
    QPushButton *m_forget;
    Switch *m_priceOn, *m_local;
    QLineEdit *m_price;
    QSpinBox *m_pause;
};

} // namespace keyway
